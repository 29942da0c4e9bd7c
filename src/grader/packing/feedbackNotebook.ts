import { plainText, submissionLines, testLines } from "../formats/index.js";
import type { Grade, GradedTest } from "../gradebook/index.js";

/**
 * Feedback as a notebook with one cell of Markdown, for systems that hand it out under the name of the notebook that was
 * handed in. Everything that a student may have written stands in blocks of code, where nothing is markup.
 *
 * @returns the file's text
 */
export function feedbackNotebook(grade: Grade): string {
  const source = [
    `# Feedback: ${grade.score} of ${grade.maxScore} points`,
    codeBlock(plainText(submissionLines(grade))),
    ...grade.tests.flatMap(testSection),
  ].join("\n\n");
  const cell = { cell_type: "markdown", id: "feedback", metadata: {}, source };
  return `${JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function testSection(test: GradedTest): readonly string[] {
  const text = plainText(testLines(test));
  const heading = `## \`${test.grade_id}\`: ${test.points} of ${test.max_points} points`;
  return text === "" ? [heading] : [heading, codeBlock(text)];
}

/** Its fence is longer than any that stands in the text. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
