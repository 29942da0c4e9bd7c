export { type CollectOptions, collectSubmissions } from "./collectSubmissions.js";
export type { FoundFile, Identity, Submission, Submitted, SystemId, Tell } from "./Submission.js";
