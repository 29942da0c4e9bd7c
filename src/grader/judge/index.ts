export type { PreparedAssignment } from "./PreparedTest.js";
export { TestJudge } from "./TestJudge.js";
