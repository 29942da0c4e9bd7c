export { contentId } from "./contentId.js";
export { graderBuild } from "./graderBuild.js";
export { ResultKeys } from "./ResultKeys.js";
