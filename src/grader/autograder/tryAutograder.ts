import { createReadStream } from "node:fs";
import { join } from "node:path";
import { readSubmission } from "../submission/index.js";
import { readConfig } from "./AutograderConfig.js";
import { gradeOne } from "./gradeOne.js";
import { overview } from "./runAutograder.js";

/**
 * Grades the instructor's own notebook, to see whether an autograder works where it was set up. How many points it has is
 * told: whether they are right, `initlab check` has found out before.
 *
 * @throws {Error} when the grader fails
 */
export async function tryAutograder(source: string): Promise<void> {
  const config = await readConfig(join(source, "assignment/config.json"));
  const assignments = config.assignments.map((path) => join(source, path));
  const results = await gradeOne({
    assignments,
    secret: join(source, config.secret),
    types: config.types,
    graderVersion: config.initlab,
    student: "the instructor's own notebook",
    submission: async () => ({
      notes: [],
      read: () => readSubmission(createReadStream(assignments[0] ?? "")),
    }),
  });
  console.log(overview(results));
  if (results.verdict === "judge_error") throw new Error("a test could not be judged, see above");
}
