#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import picocolors from "picocolors";
import { releaseFile } from "./instructor/releaseFile.js";
import { UsageError } from "./instructor/UsageError.js";
import { NotebookError } from "./notebook/index.js";

const exitCodes = { done: 0, outdated: 1, wrongUse: 2, ourFault: 3 } as const;

const root = fileURLToPath(new URL("..", import.meta.url));
const out = coloursFor(process.stdout);
const err = coloursFor(process.stderr);

/** picocolors alone would colour a CI's log file, too. */
function coloursFor(stream: NodeJS.WriteStream): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(stream.isTTY === true && !process.env.NO_COLOR);
}

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const program = new Command("initlab")
    .description('Tools for instructors of the notebook assignment "Initialization".')
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(err.red(text)) })
    .addHelpText(
      "after",
      `
Examples:
  npx --no initlab release            make the student's notebook from the instructor's
  npx --no initlab release --check    see whether the student's notebook is up to date

Exit codes: 0 done, 1 out of date, 2 wrong use or a notebook that is not sound, 3 a fault of initlab`,
    )
    .exitOverride();
  addRelease(program);
  return program;
}

function addRelease(program: Command): void {
  program
    .command("release")
    .summary("make the student's notebook from the instructor's")
    .description(
      "Makes the student's notebook from the instructor's: solutions become stubs, hidden tests and outputs go.",
    )
    .argument("[NOTEBOOK]", "the instructor's notebook (default: notebooks/instructor/Initialization.ipynb)")
    .option("--out <FILE>", "the student's notebook (default: of the same name, one folder up)", notEmpty)
    .option("--check", "write nothing; fail when the student's notebook is out of date", false)
    .addHelpText(
      "after",
      `
Examples:
  npx --no initlab release
  npx --no initlab release --check
  npx --no initlab release course/instructor/Trees.ipynb
  npx --no initlab release Trees-with-solutions.ipynb --out Trees.ipynb`,
    )
    .action(runRelease);
}

async function runRelease(
  notebook: string | undefined,
  options: { readonly out?: string; readonly check: boolean },
): Promise<void> {
  const source =
    notebook === undefined ? join(root, "notebooks/instructor/Initialization.ipynb") : resolve(notebook);
  const target = options.out === undefined ? besideInstructor(source) : resolve(options.out);
  const state = await releaseFile({ source, target, check: options.check });
  const shown = relative(process.cwd(), target) || target;
  if (state === "current") {
    console.log(`${out.green("✓")} ${shown} is up to date.`);
  } else if (!options.check) {
    console.log(`${out.green("✓")} ${shown} is written.`);
  } else {
    const problem = state === "missing" ? "is not there" : "is out of date";
    const again = [notebook, options.out && `--out ${options.out}`].filter(Boolean).join(" ");
    console.error(`${err.red("✗")} ${shown} ${problem}. Run: npx --no initlab release ${again}`.trimEnd());
    process.exitCode = exitCodes.outdated;
  }
}

function besideInstructor(source: string): string {
  if (basename(dirname(source)) === "instructor") return join(dirname(source), "..", basename(source));
  throw new UsageError(
    "say with --out where the student's notebook goes: only for a notebook in a folder named instructor is it clear.",
  );
}

function notEmpty(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("expected the name of a file.");
  return value;
}

/** Says what went wrong, and gives the exit code for it. */
function report(error: unknown): number {
  // Commander has already said it.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const message = error instanceof Error ? error.message : String(error);
  const isFile = error instanceof Error && "syscall" in error;
  if (error instanceof NotebookError || error instanceof UsageError || isFile) {
    console.error(`${err.red("error:")} ${message}`);
    return exitCodes.wrongUse;
  }
  console.error(`${err.red("initlab is at fault:")} ${message}`);
  console.error("Please report it with the command that you ran. INITLAB_TRACE=1 shows where it happened.");
  if (process.env.INITLAB_TRACE && error instanceof Error) console.error(error.stack);
  return exitCodes.ourFault;
}

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
