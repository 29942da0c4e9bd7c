import type { Page } from "playwright-core";
import { docsExample, metadataFor } from "./docsExample.js";
import {
  addCellBelow,
  chooseCell,
  chosenCell,
  copyCellBelow,
  editMetadata,
  openPropertyInspector,
  rewriteCell,
} from "./editNotebook.js";

export const exercise = "initialize_parameters_xavier";

const contents = `- [7 Xavier initialization](#7-Xavier-initialization)
  - [Exercise 4: ${exercise}](#Exercise-4:-${exercise})
- [8 Conclusions](#8-Conclusions)`;

/**
 * Adds the exercise of docs/instructors.md to the notebook of the page, step by step as it stands there.
 *
 * @returns the ids of the new cells that have a role
 */
export async function writeExercise(page: Page): Promise<Record<"standIn" | "answer" | "tests", string>> {
  await openPropertyInspector(page);
  await chooseCell(page, "model-text");
  await addCellBelow(page, "code", docsExample.standIn);
  await editMetadata(page, () => metadataFor("given", "xavier_stand_in"));
  const standIn = await chosenCell(page);

  await rewriteCell(page, "title", (text) => text.replace("- [7 Conclusions](#7-Conclusions)", contents));
  await rewriteCell(page, "conclusions", (text) => text.replace("## 7 ", "## 8 "));
  await chooseCell(page, "he-why");
  await addCellBelow(page, "markdown", docsExample.text);
  await addCellBelow(page, "code", docsExample.answer);
  await editMetadata(page, () => metadataFor("answer", exercise));
  const answer = await chosenCell(page);

  // A copy has the role and the points already.
  await copyCellBelow(page, "initialize_parameters_he_test", answer);
  const tests = await chosenCell(page);
  await rewriteCell(page, tests, () => docsExample.tests);
  await editMetadata(page, (text) => text.replace("initialize_parameters_he_test", `${exercise}_test`));

  await rewriteCell(page, "model", (text) =>
    text
      .replace('"random" | "he"', '"random" | "he" | "xavier"')
      .replace(/^ {2}\} else \{$/m, `${docsExample.branch}\n  } else {`),
  );
  return { standIn, answer, tests };
}
