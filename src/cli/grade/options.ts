import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Format } from "../../grader/formats/index.js";
import type { GradeRequest } from "../../grader/index.js";
import type { GradeTable } from "../../grader/output/index.js";
import type { Packing } from "../../grader/packing/index.js";
import { notEmpty } from "../notEmpty.js";
import { instructorsNotebook, readVersion } from "../project.js";
import { out } from "../terminal/colours.js";

// Written out, so that other commands need not load what they stand for.
const formats: readonly Format[] = ["gradescope", "coursera", "prairielearn"];
const gradeTables: readonly GradeTable[] = ["moodle", "canvas"];
const packings: readonly Packing[] = ["moodle", "canvas", "gradescope", "nbgrader"];

export interface GradeOptions {
  readonly assignment?: readonly string[];
  readonly secret?: string;
  readonly types: "tell" | "strict";
  readonly cellSeconds: number;
  readonly memory: number;
  readonly roster?: string;
  readonly due?: string;
  readonly overrides?: string;
  readonly out: string;
  readonly format?: readonly Format[];
  readonly grades?: readonly GradeTable[];
  readonly pack?: readonly Packing[];
  readonly explain?: true;
  readonly compare?: string;
  readonly fresh?: true;
  readonly quiet?: true;
  readonly json?: true;
  readonly sandbox: GradeRequest["sandbox"];
  readonly require?: "bubblewrap";
  readonly jobs: number;
}

/** Declares what `initlab grade` can be told, in groups. */
export function addOptions(command: Command): Command {
  const withClass = addClassOptions(addAssignmentOptions(command));
  return addRunOptions(addOutputOptions(withClass));
}

function addAssignmentOptions(command: Command): Command {
  return command
    .optionsGroup("The assignment:")
    .option(
      "--assignment <NOTEBOOK>",
      "the instructor's notebook, with solutions and hidden tests; several times for several versions (default: notebooks/instructor/Initialization.ipynb)",
      several,
    )
    .option(
      "--secret <FILE>",
      "what hidden inputs are drawn from (default: .initlab-secret beside the assignment)",
      notEmpty,
    )
    .addOption(
      choice(
        "--types <RULE>",
        "tell: show errors of types where points are lost; strict: they cost the points",
        ["tell", "strict"],
      ).default("tell"),
    )
    .option("--cell-seconds <S>", "time for a cell, and for each test", wholeNumber(1, 60), 10)
    .option("--memory <MB>", "memory for a submission", wholeNumber(32, 65536), 256);
}

function addClassOptions(command: Command): Command {
  return command
    .optionsGroup("The class:")
    .option("--roster <CSV>", "who takes the course: tells names, and who handed in nothing", notEmpty)
    .option(
      "--due <TIME>",
      "when it was due, such as 2026-11-30T23:59+01:00: lateness is told, not subtracted",
      notEmpty,
    )
    .option(
      "--overrides <CSV>",
      "what persons decided: student, test, points, who, why (default: overrides.csv in the folder for the results)",
      notEmpty,
    );
}

function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup("Results:")
    .option("--out <DIR>", "where the results go", notEmpty, "results")
    .addOption(
      repeated("--format <NAME>", "also write each student's results as this system takes them", formats),
    )
    .addOption(
      repeated("--grades <NAME>", "also write the table of grades with this system's columns", gradeTables),
    )
    .addOption(repeated("--pack <NAME>", "also pack all feedback for uploading it to this system", packings))
    .option(
      "--compare <DIR>",
      "list every score that differs from an earlier run's results, and why",
      notEmpty,
    )
    .addOption(
      new Option("--explain", "tell how each point came about, and write nothing").conflicts([
        "json",
        "quiet",
        "compare",
      ]),
    )
    .option("--quiet", "print nothing but warnings and errors")
    .option("--json", "print what happens as lines of JSON");
}

function addRunOptions(command: Command): Command {
  return command
    .optionsGroup("The run:")
    .option("--fresh", "grade everything again, also what an earlier run has up-to-date results of")
    .option("--jobs <N>", "how many submissions at a time", wholeNumber(1, 256), availableParallelism())
    .addOption(
      choice("--sandbox <TIER>", "auto is bubblewrap where it works, else Deno alone", [
        "auto",
        "deno",
        "bubblewrap",
      ]).default("auto"),
    )
    .addOption(choice("--require <TIER>", "do not start with any other sandbox", ["bubblewrap"]));
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}

/** An option that may be there several times, each time with one of some values. */
function repeated(flags: string, description: string, choices: readonly string[]): Option {
  const list = choices.join(", ");
  return new Option(flags, `${description}: ${list}; may be repeated`).argParser(
    (value, earlier: readonly string[] = []) => {
      if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${list}.`);
      return earlier.includes(value) ? earlier : [...earlier, value];
    },
  );
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

/** @throws {UsageError} when a time is none */
export async function requestOf(
  submissions: readonly string[],
  options: GradeOptions,
): Promise<GradeRequest> {
  const { types, cellSeconds, memory: memoryMB, roster, due, overrides, secret, require, compare } = options;
  return {
    submissions: submissions.map((path) => resolve(path)),
    assignments: (options.assignment ?? [instructorsNotebook]).map((path) => resolve(path)),
    out: resolve(options.out),
    sandbox: options.sandbox,
    jobs: options.jobs,
    rules: { types, cellSeconds, memoryMB },
    graderVersion: readVersion(),
    fresh: options.fresh === true,
    classFiles: {
      ...(roster !== undefined && { roster: resolve(roster) }),
      ...(due !== undefined && { due: await timeOf(due) }),
      ...(overrides !== undefined && { overrides: resolve(overrides) }),
    },
    formats: options.format ?? [],
    tables: options.grades ?? [],
    packings: options.pack ?? [],
    ...(secret !== undefined && { secret: resolve(secret) }),
    ...(require !== undefined && { require }),
    ...(compare !== undefined && { compare: resolve(compare) }),
    ...(options.explain === true && { explain: { width: process.stdout.columns ?? 80, colours: out } }),
  };
}

async function timeOf(due: string): Promise<number> {
  const { parseDue } = await import("../../grader/time/index.js");
  return parseDue(due);
}
