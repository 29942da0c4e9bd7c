export type { Grade, GradedTest } from "./Grade.js";
export { type Exercise, Gradebook } from "./Gradebook.js";
export type { GradeRow, RowVerdict } from "./GradeRow.js";
export { type GradeParts, makeGrade } from "./makeGrade.js";
export { type Override, wholeSubmission } from "./Override.js";
export { Overrides } from "./Overrides.js";
export { readOverrides, readOverridesIfThere } from "./readOverrides.js";
