export type { FoundFile, Tell } from "../files/index.js";
export type { Identity, Submitted, SystemId } from "../Identity.js";
export { type CollectOptions, collectSubmissions } from "./collectSubmissions.js";
export type { Submission } from "./Submission.js";
