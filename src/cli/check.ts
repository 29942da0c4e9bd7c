import { availableParallelism } from "node:os";
import { relative, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CheckEvents, CheckReport, ReportedFinding, Step } from "../instructor/check/index.js";
import type { ReportedChange } from "../instructor/compare/reportChanges.js";
import { notEmpty } from "./notEmpty.js";
import { printChanges } from "./printChanges.js";
import { instructorsNotebook, readVersion } from "./project.js";
import { err, out } from "./terminal/colours.js";
import { exitCodes } from "./terminal/exitCodes.js";

interface CheckOptions {
  readonly json?: true;
  readonly mistakes?: string;
  readonly against?: string;
  readonly sandbox: "auto" | "deno" | "bubblewrap";
  readonly jobs: number;
}

export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("prove an assignment sound before anyone gets it")
    .description(
      "Proves an assignment sound before anyone gets it: its structure, its solution and its stubs, in the judge that gives the points and in the kernel that students use; that wrong answers lose points; that nothing leaks; that results are the same every time.",
    )
    .argument("[NOTEBOOK]", "the instructor's notebook (default: notebooks/instructor/Initialization.ipynb)")
    .option("--json", "print the report as JSON")
    .option(
      "--mistakes <FILE>",
      "collected answers that have to lose points, or to have them all (default: mistakes.json beside the notebook)",
      notEmpty,
    )
    .option(
      "--against <OLD>",
      "also tell what the changes since this notebook do to submissions already handed in",
      notEmpty,
    )
    .addOption(
      new Option("--sandbox <TIER>", "auto is bubblewrap where it works, else Deno alone")
        .choices(["auto", "deno", "bubblewrap"])
        .default("auto"),
    )
    .option("--jobs <N>", "how many answers are graded at a time", jobs, availableParallelism())
    .addHelpText("after", help)
    .action(runCheck);
}

const help = `
Examples:
  npx --no initlab check
  npx --no initlab check course/instructor/Trees.ipynb
  npx --no initlab check course/instructor/Trees.ipynb --mistakes wrong-answers.json --jobs 4
  npx --no initlab check --against last-year/instructor/Initialization.ipynb
  npx --no initlab check --json > report.json

Every finding names the cell, the line, and a way out. docs/instructors.md explains the report. A marker without a partner is
a finding, too, told with all others (exit code 1); \`initlab release\`, which can make nothing of it, ends with 2.

Exit codes: 0 sound, 1 not sound, 2 cannot be checked, 3 a fault of initlab`;

function jobs(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 256) return number;
  throw new InvalidArgumentError("expected a whole number from 1 to 256.");
}

async function runCheck(notebook: string | undefined, options: CheckOptions): Promise<void> {
  // Other commands need not wait for it.
  const { checkAssignment } = await import("../instructor/check/index.js");
  const begin = performance.now();
  const file = notebook === undefined ? instructorsNotebook : resolve(notebook);
  const request = {
    file,
    sandbox: options.sandbox,
    jobs: options.jobs,
    version: readVersion(),
    ...(options.mistakes !== undefined && { mistakes: resolve(options.mistakes) }),
  };
  // First: a notebook that cannot be read is told of at once.
  const changes = options.against && (await changesSince(resolve(options.against), file));
  const report = await checkAssignment(request, checkProgress());
  if (options.json) console.log(JSON.stringify({ ...report, ...(changes && { changes }) }, null, 2));
  else {
    print(report, (performance.now() - begin) / 1000);
    if (changes) printChanges(changes, options.against ?? "");
  }
  process.exitCode = report.sound ? exitCodes.done : exitCodes.attention;
}

async function changesSince(older: string, file: string): Promise<readonly ReportedChange[]> {
  const { reportChanges } = await import("../instructor/compare/reportChanges.js");
  return reportChanges(older, file);
}

const titles: Readonly<Record<Step, string>> = {
  structure: "roles, markers, ids, points, metadata",
  links: "links and anchors",
  names: "types, and names that cells and tests use",
  solution: "the solution has all points",
  stub: "the untouched stub has none, and says why",
  alone: "each exercise stands alone",
  kernel: "all of it runs in the kernel",
  mistakes: "wrong answers lose points",
  leaks: "nothing leaks",
  determinism: "results are the same every time",
};

/** Shows on stderr how far a check has come. */
export function checkProgress(): CheckEvents {
  return process.stderr.isTTY ? movingLine() : linePerStep();
}

function linePerStep(): CheckEvents {
  return {
    onEnd: (step, findings) => console.error(`${mark(findings.length)} ${titles[step]}`),
  };
}

/** The step that is under way, on a line that is written anew. */
function movingLine(): CheckEvents {
  const write = (text: string): void => void process.stderr.write(`\r\x1b[2K${text}`);
  // What is wider than the terminal would go on to a second line, which nothing takes away again.
  const writeShort = (text: string): void => write(text.slice(0, Math.max(10, process.stderr.columns - 1)));
  return {
    onBegin: (step) => writeShort(`… ${titles[step]}`),
    onProgress: (step, done, all) => writeShort(`… (${done} of ${all}) ${titles[step]}`),
    onEnd: (step, findings) => write(`${mark(findings.length)} ${titles[step]}\n`),
  };
}

function mark(findings: number): string {
  return findings === 0 ? err.green("✓") : err.red("✗");
}

function print(report: CheckReport, seconds: number): void {
  const { findings, mistakes, sound } = report;
  const shown = relative(process.cwd(), report.notebook) || report.notebook;
  for (const finding of findings) console.log(`${out.red("✗")} ${described(shown, finding)}`);
  const skipped = report.steps.filter(({ result }) => result === "not_run").map(({ step }) => step);
  if (skipped.length > 0) console.log(`Not looked at, because of the above: ${skipped.join(", ")}.`);
  const { made, collected, caught, equivalent } = mistakes;
  if (made + collected > 0) {
    const same = equivalent === 0 ? "" : `; ${equivalent} do what the solution does`;
    console.log(
      `${made + collected} wrong answers (${made} made, ${collected} collected): ${caught} lose points${same}.`,
    );
  }
  const time = `(${seconds.toFixed(1)} s)`;
  if (sound) console.log(`${out.green("✓")} ${shown} is sound. ${time}`);
  else console.log(`${out.red("✗")} ${shown} is not sound: ${count(findings.length, "finding")}. ${time}`);
}

/** A finding as people read it: the place, what is wrong, the way out. */
export function described(
  file: string,
  { cell, cell_name, line, message, way_out }: ReportedFinding,
): string {
  const name = cell_name === null ? "" : ` (${cell_name})`;
  const place = cell === null ? "" : `, cell ${cell}${name}, line ${line}`;
  return `${file}${place}: ${message}.\n  ${out.dim("→")} ${way_out}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
