import { deathVerdict } from "../execution/describeDeath.js";
import type { Judgment } from "../execution/Judgment.js";
import { printable } from "../submission/printable.js";
import { printableLines } from "../submission/printableLines.js";
import type { Failure, TestReport } from "./TestReport.js";

interface Expected {
  readonly gradeId: string;
  readonly points: number;
  readonly hiddenRegions: number;
  /** How long a question may take. */
  readonly seconds: number;
}

/**
 * What follows from a test's report. Passing needs evidence: the script came to its end, hidden tests included, the
 * submission answered at least one question, and it answered every question it was asked, whatever the test made of
 * one that was not answered.
 */
export function judgmentOf(report: TestReport, expected: Expected): Judgment {
  const judgment = withoutEvidence(report, expected);
  const { evidence, hiddenEvidence } = report;
  if (evidence === undefined || judgment.verdict === "judge_error") return judgment;
  return { ...judgment, evidence, ...(hiddenEvidence && { hiddenEvidence }) };
}

function withoutEvidence(report: TestReport, expected: Expected): Judgment {
  const { problem, death, failure } = report;
  const { gradeId } = expected;
  if (problem !== undefined) return brokenTest(gradeId, problem);
  if (death !== undefined) return afterDeath(report, expected);
  if (failure !== undefined) return afterFailure(failure, report, expected);
  if (report.hiddenStderr) return failed(hiddenMessage(undefined), true);
  if (report.stderr !== "") return failed(text(report.stderr.trim()), false);
  if (report.answers === 0) return brokenTest(gradeId, "it asked the submission for nothing");
  if (report.hiddenRegions < expected.hiddenRegions)
    return brokenTest(gradeId, "its hidden tests did not run");
  return report.value === undefined ? passed : partial(report.value, report.hidden, expected);
}

const passed: Judgment = { verdict: "passed", fraction: 1, hidden: false, message: "" };

function failed(message: string, hidden: boolean, hint?: string): Judgment {
  return { verdict: "failed", fraction: 0, hidden, message, ...(hint !== undefined && { hint }) };
}

/** Our fault, or the instructor's. */
export function brokenTest(gradeId: string, problem: string): Judgment {
  const message = `The test ${gradeId} could not judge: ${text(problem)}.`;
  return { verdict: "judge_error", fraction: 0, hidden: false, message };
}

/** The test did not come to its end because of what it was given. */
export function endlessAnswer(name: string): Judgment {
  const what = `What ${printable(name)} gave holds itself, or the same things so many times`;
  return failed(`${what}, that the test did not come to its end.`, false);
}

function afterDeath({ death, deadlyQuestion = "it", hidden }: TestReport, { seconds }: Expected): Judgment {
  const asked = printable(deadlyQuestion);
  const ends = {
    timeout: `${asked} did not answer within ${Math.round(seconds * 1000) / 1000} seconds.`,
    out_of_memory: `${asked} took too much memory.`,
    flooded: `${asked} put out too much.`,
    crashed: `${asked} ended its process, or answered what is no answer.`,
  };
  return { verdict: deathVerdict(death!), fraction: 0, hidden, message: ends[death!.kind], death: death! };
}

function afterFailure(failure: Failure, { hidden }: TestReport, { gradeId }: Expected): Judgment {
  const { cause, message, category, hint } = failure;
  if (cause === "test") return brokenTest(gradeId, message);
  if (cause === "missing") {
    const missing = `The notebook defines no function or variable ${printable(message)}.`;
    return { verdict: "not_run", fraction: 0, hidden: false, message: missing };
  }
  if (!hidden) return failed(text(message), false, hint === undefined ? undefined : text(hint));
  return failed(hiddenMessage(cause === "submission" ? "throws" : category), true);
}

/** What is said of hidden tests. Never a word of the submission's or of the test's: either could tell an input. */
const hiddenMessages: Readonly<Record<string, string>> = {
  "no function": "there is no function to call",
  throws: "the function throws an error",
  type: "something that comes back is of the wrong type",
  names: "something is missing from the result, or has another name",
  shape: "something in the result has the wrong shape",
  values: "something in the result has wrong values",
  argument: "the function changes its argument",
  "second call": "the same call gives another result the second time",
};

function hiddenMessage(category: string | undefined): string {
  const what =
    category !== undefined && Object.hasOwn(hiddenMessages, category) ? hiddenMessages[category] : undefined;
  return `A hidden test failed: ${what ?? "something is not as it should be"}.`;
}

/** The number that a cell ends with is its points, as nbgrader takes it. */
function partial(value: number, hidden: boolean, { points }: Expected): Judgment {
  if (Number.isNaN(value)) return failed("The test gave NaN points, which counts as 0.", hidden);
  const earned = Math.min(Math.max(value, 0), points);
  const note = earned === value ? "" : ` (it gave ${value}, which is outside of 0 to ${points})`;
  if (earned === points) return { ...passed, message: note && `The test gave all points${note}.` };
  return { ...failed(`${earned} of ${points} points${note}.`, hidden), fraction: earned / points };
}

/** A stranger's text, line by line fit to be shown. */
function text(stranger: string): string {
  return printableLines(stranger.slice(0, 4000), { columns: 500, lines: 20 });
}
