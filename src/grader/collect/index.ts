export { type CollectOptions, collectSubmissions } from "./collectSubmissions.js";
export type { FoundFile, Submission, Tell } from "./Submission.js";
