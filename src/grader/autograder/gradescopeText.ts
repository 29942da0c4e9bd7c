import { gradescopeResults } from "../formats/gradescopeResults.js";
import { makeGrade } from "../gradebook/makeGrade.js";
import type { Results } from "../results/index.js";

/** The text of Gradescope's results.json, which also says how the submission was shut in. */
export function gradescopeText(results: Results): string {
  const { student, sandbox } = results;
  const file = gradescopeResults(
    makeGrade({ submission: { student, path: "submission" }, results, folder: student }),
  );
  return `${JSON.stringify({ ...file, extra_data: { ...file.extra_data, sandbox } }, null, 2)}\n`;
}
