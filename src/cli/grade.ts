import type { Command } from "commander";
import type { GradeRequest, GradeSummary } from "../grader/index.js";
import type { GradeOutput } from "./grade/GradeOutput.js";
import { addOptions, type GradeOptions, requestOf } from "./grade/options.js";
import { Stopping } from "./grade/Stopping.js";
import { exitCodes } from "./terminal/exitCodes.js";
import { report } from "./terminal/report.js";

export function addGrade(program: Command): void {
  const command = program
    .command("grade")
    .summary("grade submitted notebooks")
    .description(
      "Grades notebooks that nobody trusts. Each runs in a sandbox of its own, the tests run outside of it. Every student gets a folder DIR/<student> with results.json and feedback.html; DIR/summary.html and DIR/grades.csv tell of all.",
    )
    .argument(
      "<SUBMISSIONS...>",
      "notebooks, folders of them, zips, or what a learning platform lets you download",
    );
  addOptions(command).addHelpText("after", help).action(runGrade);
}

const help = `
Examples:
  npx --no initlab grade submissions/
  npx --no initlab grade ana.ipynb ben.ipynb --out results
  npx --no initlab grade moodle-download.zip --roster class.csv --due "2026-11-30 23:59 Europe/Berlin" --pack moodle
  npx --no initlab grade submissions/ --format gradescope --compare results-of-monday
  npx --no initlab grade ana.ipynb --explain

A run that was stopped in any way goes on where it was when the same command is given again. Results are taken as they are
where neither the submission, the assignment, the secret, the rules nor the grader changed since.

Hidden tests that draw from \`random\` get inputs that differ from student to student. They come from a secret, made when
it is first needed, in a file that only you can read. Keep a copy: with another secret students get other inputs, and
results may change.

Exit codes: 0 all graded, 1 some need a person, 2 wrong use or a full disk, 3 a fault of initlab, 130 stopped by Ctrl-C`;

async function runGrade(submissions: readonly string[], options: GradeOptions): Promise<void> {
  const request = await requestOf(submissions, options);
  const { out: folder, graderVersion: version } = request;
  const { quiet = false, json = false } = options;
  const output = json
    ? (await import("./grade/jsonOutput.js")).jsonOutput({ folder, version, quiet })
    : (await import("./grade/textOutput.js")).textOutput({ folder: options.out, quiet });
  const stopping = new Stopping(() => output.close());
  try {
    process.exitCode = await gradeAndTell(request, output, stopping);
  } catch (error) {
    output.close();
    // Who is stopped while starting cannot start.
    process.exitCode = stopping.exitCode ?? report(error);
    output.onError(error, process.exitCode);
    if (stopping.exitCode !== undefined) tellStopped(request);
  } finally {
    output.close();
    stopping.end();
  }
}

async function gradeAndTell(request: GradeRequest, output: GradeOutput, stopping: Stopping): Promise<number> {
  // Other commands need not wait for it; and the grader starts its compiler before it loads the rest of itself.
  const { grade } = await import("../grader/run/grade.js");
  const summary = await grade(request, output, stopping.signal);
  const exitCode = stopping.exitCode ?? exitCodeOf(summary);
  output.onEnd(summary, exitCode);
  if (stopping.exitCode !== undefined) tellStopped(request);
  return exitCode;
}

function tellStopped({ explain }: GradeRequest): void {
  const rest = explain === undefined ? " What is there is whole; the same command goes on from there." : "";
  console.error(`Stopped.${rest}`);
}

function exitCodeOf({ verdicts, needsPerson }: GradeSummary): number {
  if (verdicts.has("judge_error")) return exitCodes.ourFault;
  return needsPerson > 0 ? exitCodes.attention : exitCodes.done;
}
