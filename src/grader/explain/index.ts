export { type ExplainOptions, explain, type HiddenEvidence } from "./explain.js";
