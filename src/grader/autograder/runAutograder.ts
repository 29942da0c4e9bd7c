import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../notebook/index.js";
import type { Results } from "../results/index.js";
import { printable } from "../submission/index.js";
import { readConfig } from "./AutograderConfig.js";
import { gradeOne } from "./gradeOne.js";
import { gradescopeText } from "./gradescopeText.js";
import { studentOf } from "./studentOf.js";
import { studentsFolder } from "./studentsFolder.js";

/**
 * Grades the submission that lies in Gradescope's layout, and writes its results. What it prints is for the course's
 * staff, who see it beside the results.
 *
 * @param source the autograder's folder
 * @param place `/autograder`
 * @throws {Error} when the grader fails over it; no results are written then
 *
 * Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export async function runAutograder(source: string, place: string): Promise<void> {
  const config = await readConfig(join(source, "assignment/config.json"));
  const student = studentOf(await readFile(join(place, "submission_metadata.json"), "utf8"));
  const results = await gradeOne({
    assignments: config.assignments.map((path) => join(source, path)),
    secret: join(source, config.secret),
    types: config.types,
    graderVersion: config.initlab,
    student,
    submission: (assignment) => studentsFolder(join(place, "submission"), student, assignment),
  });
  console.log(overview(results));
  if (results.verdict === "judge_error") throw new Error("a test could not be judged, see above");
  await writeWhole(join(place, "results/results.json"), gradescopeText(results));
}

/** A line for each test, and how the submission was shut in. */
export function overview(results: Results): string {
  const { student, verdict, score, max_score, tests, notes, sandbox } = results;
  const lines = tests.map(
    ({ grade_id, points, max_points, verdict, message }) =>
      `${grade_id}: ${points} of ${max_points}, ${verdict}${message === "" ? "" : `: ${message}`}`,
  );
  const head = `${student}: ${score} of ${max_score} points, ${verdict} (sandbox: ${sandbox})`;
  return [head, ...lines, ...notes].map((line) => printable(line, 2000)).join("\n");
}
