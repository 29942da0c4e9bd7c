export type { ExerciseSummary, Mistake, Reason, ScoreBin, Scores, Summary } from "./Summary.js";
export { type SummaryOptions, summarize } from "./summarize.js";
export { counted, durationText, numberText } from "./words.js";
