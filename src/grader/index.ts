export type { Assignment, AssignmentCell, AssignmentRole } from "./Assignment.js";
export { readAssignment } from "./assignment/index.js";
export type { Change, ChangedTest } from "./compare/index.js";
export { type Results, resultsSchema } from "./results/index.js";
export type { Graded, GradeEvents, GradeRequest, GradeSummary } from "./run/GradeRequest.js";
export { grade } from "./run/grade.js";
export { SandboxError } from "./sandbox/index.js";
export { type Verdict, verdicts } from "./Verdict.js";
