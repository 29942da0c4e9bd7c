import { relative, resolve } from "node:path";
import type { Change, Graded, GradeSummary } from "../../grader/index.js";
import { noDisplay, progressDisplay } from "../../grader/progress/index.js";
import { numberText } from "../../grader/statistics/words.js";
import { printable } from "../../grader/submission/index.js";
import { err, out } from "../terminal/colours.js";
import type { GradeOutput } from "./GradeOutput.js";

/** Lines for people on stdout, warnings and progress on stderr. */
export function textOutput({
  folder,
  quiet,
}: {
  readonly folder: string;
  readonly quiet: boolean;
}): GradeOutput {
  const display = quiet ? noDisplay : progressDisplay(process.stderr);
  const tell = (text: string): void => display.aside(() => console.error(text));
  const say = (text: string): void => {
    if (!quiet) display.aside(() => console.log(text));
  };
  let [isCompared, explains] = [false, false];
  return {
    onWarning: (message) => tell(`${err.yellow("warning:")} ${message}`),
    onProgress: (progress) => display.update(progress),
    onGraded: (graded) => {
      explains = graded.explanation !== undefined;
      say(graded.explanation ?? gradedLine(graded));
    },
    onFault: (student, error) => {
      tell(`${err.red("initlab is at fault:")} ${printable(student)}: ${printable(error.message, 500)}`);
      if (process.env.INITLAB_TRACE) tell(error.stack ?? "");
    },
    onMissing: (student) =>
      say(`${" ".repeat(pointsWidth)}  ${out.yellow("missing".padEnd(verdictWidth))}  ${printable(student)}`),
    onChange: (change) => {
      if (!isCompared) say("\nWhat differs from the earlier run:");
      isCompared = true;
      for (const line of changeLines(change)) say(line);
    },
    onEnd: (summary) => {
      display.end();
      if (!quiet && !explains) for (const line of summaryLines(summary, folder)) console.log(line);
    },
    onError: () => display.end(),
    close: () => display.end(),
  };
}

const verdictWidth = "wrong_assignment".length;
const pointsWidth = 5;

function gradedLine({ student, verdict, score, maxScore, reason, needsPerson }: Graded): string {
  const points = `${numberText(score)}/${maxScore}`.padStart(
    Math.max(pointsWidth, 2 * `${maxScore}`.length + 1),
  );
  const colour = verdict === "passed" ? out.green : verdict === "judge_error" ? out.red : out.yellow;
  const note = reason ?? needsPerson.join(" ");
  const why = note === "" ? "" : `  ${out.dim(note)}`;
  return `${points}  ${colour(verdict.padEnd(verdictWidth))}  ${printable(student)}${why}`;
}

function changeLines({ student, before, after, tests }: Change): string[] {
  const name = printable(student);
  if (before === undefined) return [`  ${name}: new, ${after}`];
  if (after === undefined) return [`  ${name}: gone, had ${before}`];
  const colour = after > before ? out.green : after < before ? out.red : out.yellow;
  const width = Math.max(...tests.map(({ test }) => printable(test).length));
  return [
    `  ${name}: ${before} → ${colour(`${after}`)}`,
    ...tests.map(
      (test) =>
        `    ${printable(test.test).padEnd(width)}  ${test.before ?? "–"} → ${test.after ?? "–"}  ${out.dim(test.reasons.join("; "))}`,
    ),
  ];
}

function summaryLines(summary: GradeSummary, folder: string): string[] {
  const { count, reused, missing, needsPerson, verdicts, meanScore, changes } = summary;
  const place = relative(process.cwd(), resolve(folder)) || ".";
  const notes = [
    ...(changes === undefined ? [] : [differing(changes)]),
    ...(missing === 0 ? [] : [`${missing} of the roster handed in nothing.`]),
    ...(needsPerson === 0 ? [] : [forPerson(needsPerson, verdicts.has("pending"))]),
  ];
  if (count === 0) return ["Nothing was graded.", ...notes];
  const kinds = [...verdicts].map(([verdict, number]) => `${number} ${verdict}`).join(", ");
  const before = reused === 0 ? "" : ` (${reused} as before)`;
  return [
    ...notes,
    `${count} graded${before}: ${kinds}; mean score ${meanScore.toFixed(2)}. Results: ${place}`,
  ];
}

function differing(count: number): string {
  if (count === 0) return "No score differs from the earlier run's.";
  const which = count === 1 ? "1 student's score differs" : `${count} students' scores differ`;
  return `${which} from the earlier run's.`;
}

function forPerson(count: number, areAnswers: boolean): string {
  const answers = areAnswers ? "; the answers to read are in pending.csv" : "";
  return `${count} ${count === 1 ? "needs" : "need"} a person: see summary.html${answers}.`;
}
