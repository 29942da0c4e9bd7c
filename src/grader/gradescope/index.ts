export { type AutograderRequest, autograderFiles } from "./autograderFiles.js";
export { autograderZip } from "./autograderZip.js";
