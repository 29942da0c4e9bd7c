export { nothingBut } from "./nothingBut.js";
export { printable } from "./printable.js";
export { printableLines, type TextLimits } from "./printableLines.js";
export { type ReadLimits, readLimits } from "./ReadLimits.js";
export { readSubmission } from "./readSubmission.js";
export type { SubmissionCell, SubmissionNotebook, Unreadable } from "./SubmissionNotebook.js";
export { UnreadableError } from "./UnreadableError.js";
