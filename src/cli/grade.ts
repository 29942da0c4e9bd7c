import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Graded, GradeEvents, GradeRequest, GradeSummary } from "../grader/index.js";
import { exitCodes } from "./exitCodes.js";
import { notEmpty } from "./notEmpty.js";
import { instructorsNotebook, readVersion } from "./project.js";
import { err, out } from "./terminal.js";

interface GradeOptions {
  readonly assignment?: readonly string[];
  readonly out: string;
  readonly secret?: string;
  readonly sandbox: GradeRequest["sandbox"];
  readonly require?: "bubblewrap";
  readonly jobs: number;
  readonly types: "tell" | "strict";
  readonly memory: number;
  readonly cellSeconds: number;
  readonly fresh: boolean;
}

export function addGrade(program: Command): void {
  program
    .command("grade")
    .summary("grade submitted notebooks")
    .description(
      "Grades notebooks that nobody trusts. Each runs in a sandbox of its own, the tests run outside of it; the results are in DIR/<student>/results.json.",
    )
    .argument("<SUBMISSIONS...>", "notebooks, folders of them, or zips")
    .option(
      "--assignment <NOTEBOOK>",
      "the instructor's notebook, with solutions and hidden tests; several times for several versions (default: notebooks/instructor/Initialization.ipynb)",
      several,
    )
    .option("--out <DIR>", "where the results go", notEmpty, "results")
    .option(
      "--secret <FILE>",
      "what hidden inputs are drawn from (default: .initlab-secret beside the assignment)",
      notEmpty,
    )
    .addOption(sandboxOption())
    .addOption(new Option("--require <TIER>", "do not start with any other sandbox").choices(["bubblewrap"]))
    .option("--fresh", "grade everything again, also what an earlier run has up-to-date results of", false)
    .option("--jobs <N>", "how many submissions at a time", wholeNumber(1, 256), availableParallelism())
    .addOption(typesOption())
    .option("--memory <MB>", "memory for a submission", wholeNumber(32, 65536), 256)
    .option("--cell-seconds <S>", "time for a cell, and for each test", wholeNumber(1, 60), 10)
    .addHelpText("after", help)
    .action(runGrade);
}

const help = `
Examples:
  npx --no initlab grade submissions/
  npx --no initlab grade ana.ipynb ben.ipynb --out results
  npx --no initlab grade moodle-download.zip --require bubblewrap --jobs 4
  npx --no initlab grade submitted/ --assignment course/instructor/Trees.ipynb --types strict

Hidden tests that draw from \`random\` get inputs that differ from student to student. They come from a secret, made when
it is first needed, in a file that only you can read. Keep a copy: with another secret students get other inputs, and
results may change.

Exit codes: 0 all graded, 1 some need a person, 2 wrong use, 3 a fault of initlab`;

function sandboxOption(): Option {
  return new Option("--sandbox <TIER>", "auto is bubblewrap where it works, else Deno alone")
    .choices(["auto", "deno", "bubblewrap"])
    .default("auto");
}

function typesOption(): Option {
  return new Option(
    "--types <RULE>",
    "tell: show errors of types where points are lost; strict: they cost the points",
  )
    .choices(["tell", "strict"])
    .default("tell");
}

function several(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, notEmpty(value)];
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  };
}

async function runGrade(submissions: readonly string[], options: GradeOptions): Promise<void> {
  // Other commands need not wait for it.
  const { grade } = await import("../grader/index.js");
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  // The second time they end the program at once, as they do without a handler.
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const { cellSeconds, types, memory: memoryMB, sandbox, jobs } = options;
  try {
    const request: GradeRequest = {
      submissions: submissions.map((path) => resolve(path)),
      assignments: (options.assignment ?? [instructorsNotebook]).map((path) => resolve(path)),
      out: resolve(options.out),
      sandbox,
      jobs,
      rules: { types, cellSeconds, memoryMB },
      graderVersion: readVersion(),
      fresh: options.fresh,
      ...(options.secret !== undefined && { secret: resolve(options.secret) }),
      ...(options.require !== undefined && { require: options.require }),
    };
    const summary = await grade(request, events, stop.signal);
    console.log(summaryLine(summary, options.out));
    if (stop.signal.aborted) console.error("Stopped. The results that are there are whole.");
    process.exitCode = stop.signal.aborted ? 130 : exitCodeOf(summary);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

const events: GradeEvents = {
  onWarning: (message) => console.error(`${err.yellow("warning:")} ${message}`),
  onProgress: () => {},
  onGraded: (graded) => console.log(gradedLine(graded)),
  onFault: (student, error) => {
    console.error(`${err.red("initlab is at fault:")} ${student}: ${error.message}`);
    if (process.env.INITLAB_TRACE) console.error(error.stack);
  },
};

function gradedLine({ name, verdict, score, maxScore, reason }: Graded): string {
  const points = `${score}/${maxScore}`.padStart(2 * `${maxScore}`.length + 1);
  const colour = verdict === "passed" ? out.green : verdict === "judge_error" ? out.red : out.yellow;
  const why = reason === undefined ? "" : `  ${out.dim(reason)}`;
  return `${points}  ${colour(verdict.padEnd(longestVerdict))}  ${name}${why}`;
}

const longestVerdict = "wrong_assignment".length;

function summaryLine({ count, verdicts, meanScore }: GradeSummary, folder: string): string {
  if (count === 0) return "Nothing was graded.";
  const kinds = [...verdicts].map(([verdict, number]) => `${number} ${verdict}`).join(", ");
  const place = relative(process.cwd(), resolve(folder)) || ".";
  return `${count} graded: ${kinds}; mean score ${meanScore.toFixed(2)}. Results: ${place}`;
}

function exitCodeOf({ verdicts }: GradeSummary): number {
  if (verdicts.has("judge_error")) return exitCodes.ourFault;
  const forPerson = ["pending", "unreadable", "wrong_assignment"] as const;
  return forPerson.some((verdict) => verdicts.has(verdict)) ? exitCodes.attention : exitCodes.done;
}
