export { contentId } from "./contentId.js";
export { graderBuild } from "./graderBuild.js";
export { type KeyOptions, ResultKeys } from "./ResultKeys.js";
