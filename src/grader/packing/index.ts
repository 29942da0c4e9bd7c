export { type Packed, type Packing, type PackRequest, packFeedback, packings } from "./packFeedback.js";
export { studentFiles } from "./studentFiles.js";
