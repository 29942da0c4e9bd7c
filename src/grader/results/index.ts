export { evidenceResult } from "./evidenceResult.js";
export { FolderNames } from "./FolderNames.js";
export { fitResults } from "./fitResults.js";
export { overallVerdict } from "./overallVerdict.js";
export {
  type AnswerResult,
  type CallResult,
  type EvidenceResult,
  type MarkResult,
  type RepairResult,
  type Results,
  resultsSchema,
  schemaVersion,
  type TestResult,
  type TypeErrorResult,
} from "./Results.js";
export { serializeResults } from "./serializeResults.js";
export { writeResults } from "./writeResults.js";
