export { eventLine } from "./eventLine.js";
export { type GradeEvent, gradeEventSchema } from "./GradeEvent.js";
export { noDisplay, type ProgressDisplay, progressDisplay } from "./ProgressDisplay.js";
export { progressText } from "./progressText.js";
