export type { SummaryOptions } from "../statistics/index.js";
export { renderSummary } from "./renderSummary.js";
