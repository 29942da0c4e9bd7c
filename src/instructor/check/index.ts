export {
  type CheckReport,
  checkReportSchema,
  type MistakeCounts,
  type ReportedFinding,
} from "./CheckReport.js";
export { type CheckEvents, type CheckRequest, checkAssignment } from "./checkAssignment.js";
export { type Finding, type Step, steps } from "./Finding.js";
