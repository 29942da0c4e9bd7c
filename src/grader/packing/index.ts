export {
  type Packed,
  type Packing,
  type PackRequest,
  packedFile,
  packFeedback,
  packings,
} from "./packFeedback.js";
export { studentFiles } from "./studentFiles.js";
