#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import picocolors from "picocolors";
import { releaseFile } from "./instructor/releaseFile.js";
import { UsageError } from "./instructor/UsageError.js";
import {
  installKernelspec,
  KernelspecError,
  kernelspecsFolder,
  type Place,
  uninstallKernelspec,
} from "./kernel/install/index.js";
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
  const version = readVersion();
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
  npx --no initlab kernel install     let Jupyter run notebooks on initlab's own TypeScript kernel

Exit codes: 0 done, 1 out of date, 2 wrong use or a notebook that is not sound, 3 a fault of initlab`,
    )
    .exitOverride();
  addRelease(program);
  addKernel(program);
  return program;
}

function readVersion(): string {
  return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
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

interface KernelOptions {
  readonly sysPrefix?: true;
  readonly user?: true;
  readonly prefix?: string;
  readonly name: string;
}

function addKernel(program: Command): void {
  const kernel = program
    .command("kernel")
    .summary("install or remove initlab's own TypeScript kernel")
    .description("Installs or removes initlab's own TypeScript kernel for Jupyter.");
  addPlaces(kernel.command("install"))
    .summary("let Jupyter run notebooks on this kernel")
    .description(
      "Tells Jupyter about the kernel. Another kernel's entry of that name stays, without --replace.",
    )
    .option("--display-name <TEXT>", "what people read in JupyterLab", notEmpty, "TypeScript")
    .option("--replace", "overwrite the entry of another kernel", false)
    .addHelpText(
      "after",
      `
Examples:
  npx --no initlab kernel install
  npx --no initlab kernel install --sys-prefix --name tslab --replace
  npx --no initlab kernel install --prefix /usr/local --name typescript --display-name "TypeScript (initlab)"

With INITLAB_ENGINE_MEMORY=2000 in Jupyter's environment, a notebook's objects may take 2000 MB.`,
    )
    .action(runInstall);
  addPlaces(kernel.command("uninstall"))
    .summary("remove this kernel from Jupyter's list")
    .description("Removes the kernel from Jupyter's list. Other kernels' entries stay.")
    .action(runUninstall);
}

function addPlaces(command: Command): Command {
  const environment = new Option("--sys-prefix", "for the active Python environment, or the project's .venv");
  const user = new Option("--user", "for you, in all environments (the default)");
  const prefix = new Option("--prefix <DIR>", "below a folder such as /usr/local").argParser(notEmpty);
  return command
    .addOption(environment.conflicts(["user", "prefix"]))
    .addOption(user.conflicts("prefix"))
    .addOption(prefix)
    .option("--name <NAME>", "what notebooks call the kernel", notEmpty, "tslab");
}

async function runInstall(options: KernelOptions & { displayName: string; replace: boolean }): Promise<void> {
  const { name, displayName, replace } = options;
  const program = join(root, "dist/kernel/main.js");
  const node = process.execPath;
  const version = readVersion();
  const folder = kernelspecsOf(options);
  const target = await installKernelspec({ folder, name, displayName, replace, node, program, version });
  console.log(`${out.green("✓")} ${displayName} is installed: ${target}`);
}

async function runUninstall(options: KernelOptions): Promise<void> {
  const target = await uninstallKernelspec(kernelspecsOf(options), options.name);
  console.log(`${out.green("✓")} ${target} is removed.`);
}

function kernelspecsOf({ sysPrefix, prefix }: KernelOptions): string {
  const kind = sysPrefix ? "environment" : "user";
  const place: Place = prefix === undefined ? { kind } : { prefix };
  return kernelspecsFolder(place, { env: process.env, platform: process.platform, home: homedir(), root });
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

function isUsersFault(error: unknown): boolean {
  const isFile = error instanceof Error && "syscall" in error;
  const kinds = [NotebookError, UsageError, KernelspecError];
  return isFile || kinds.some((kind) => error instanceof kind);
}

/** Says what went wrong, and gives the exit code for it. */
function report(error: unknown): number {
  // Commander has already said it.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const message = error instanceof Error ? error.message : String(error);
  if (isUsersFault(error)) {
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
