import type { Gradebook } from "../gradebook/index.js";
import { renderPage } from "../page/index.js";
import { type SummaryOptions, summarize } from "../statistics/index.js";
import { SummaryPage } from "./SummaryPage.js";

/**
 * The text of `summary.html`: scores, points for each exercise, the most frequent mistakes, what needs a person, who was
 * late and who is missing. One file, which needs no other but the feedback that it links to.
 */
export function renderSummary(
  gradebook: Pick<Gradebook, "exercises" | "rows">,
  options: SummaryOptions,
): string {
  return renderPage(<SummaryPage summary={summarize(gradebook, options)} />);
}
