import { basename, dirname, join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { UsageError } from "../instructor/UsageError.js";
import { notEmpty } from "./notEmpty.js";
import { instructorsNotebook, root } from "./project.js";
import { refuseUnsound } from "./refuseUnsound.js";
import { err, out } from "./terminal/colours.js";
import { exitCodes } from "./terminal/exitCodes.js";

// What a command needs beyond its options is loaded when it runs: other commands need not wait for it.

interface ReleaseOptions {
  readonly out?: string;
  readonly zip?: string;
  readonly check?: true;
  readonly force?: true;
}

export function addRelease(program: Command): void {
  const zip = new Option(
    "--zip <FILE>",
    "write what students download instead: the notebook and all it runs on",
  );
  program
    .command("release")
    .summary("make the student's notebook from the instructor's")
    .description(
      "Makes the student's notebook from the instructor's: solutions become stubs, hidden tests and outputs go. An assignment that `initlab check` finds unsound is refused.",
    )
    .argument("[NOTEBOOK]", "the instructor's notebook (default: notebooks/instructor/Initialization.ipynb)")
    .option(
      "--out <DIR>",
      "where the student's notebook goes: a folder, or a file's name (default: one folder up)",
      notEmpty,
    )
    .addOption(zip.argParser(notEmpty).conflicts(["out", "check"]))
    .option("--check", "write nothing; fail when the student's notebook is out of date")
    .option("--force", "release it though it is not sound, which the notebook's metadata then say")
    .addHelpText("after", help)
    .action(runRelease);
}

const help = `
Examples:
  npx --no initlab release
  npx --no initlab release --check
  npx --no initlab release --zip Initialization.zip
  npx --no initlab release course/instructor/Trees.ipynb
  npx --no initlab release Trees-with-solutions.ipynb --out Trees.ipynb`;

async function runRelease(notebook: string | undefined, options: ReleaseOptions): Promise<void> {
  const source = notebook === undefined ? instructorsNotebook : resolve(notebook);
  if (options.zip !== undefined) return writeZip(source, resolve(options.zip), options.force === true);
  const target = options.out === undefined ? besideInstructor(source) : inFolder(options.out, source);
  const { releaseFile } = await import("../instructor/releaseFile.js");
  const state = await releaseFile({ source, target, check: true });
  if (state === "current") console.log(`${out.green("✓")} ${shown(target)} is up to date.`);
  else if (options.check) await tellOutdated({ source, target, state, again: [notebook, options.out] });
  else {
    const forced = await refuseUnsound(source, options.force === true);
    await releaseFile({ source, target, check: false, forced });
    console.log(`${out.green("✓")} ${shown(target)} is written.`);
  }
}

interface Outdated {
  readonly source: string;
  readonly target: string;
  readonly state: "outdated" | "missing";
  /** The argument and the option of the command. */
  readonly again: readonly [notebook: string | undefined, out: string | undefined];
}

async function tellOutdated({ source, target, state, again: [notebook, place] }: Outdated): Promise<void> {
  process.exitCode = exitCodes.attention;
  const { releaseFile } = await import("../instructor/releaseFile.js");
  const asForced = await releaseFile({ source, target, check: true, forced: true });
  if (asForced === "current") {
    console.error(
      `${err.yellow("!")} ${shown(target)} is up to date, but was released with --force, though it was not sound.`,
    );
    return;
  }
  const problem = state === "missing" ? "is not there" : "is out of date";
  const again = [notebook, place && `--out ${place}`].filter(Boolean).join(" ");
  console.error(
    `${err.red("✗")} ${shown(target)} ${problem}. Run: npx --no initlab release ${again}`.trimEnd(),
  );
}

async function writeZip(source: string, target: string, force: boolean): Promise<void> {
  // Another name would in time be that of the notebook itself.
  if (!target.endsWith(".zip")) throw new UsageError(`--zip takes the name of a .zip file, not ${target}.`);
  const { readRelease } = await import("../instructor/readRelease.js");
  // What cannot be released at all is refused before the long check.
  await readRelease(source);
  const notebook = await readRelease(source, await refuseUnsound(source, force));
  const { releaseZip } = await import("../instructor/zip/releaseZip.js");
  const { buildProblem } = await import("../instructor/zip/buildProblem.js");
  const bytes = await releaseZip({ root, notebook, file: basename(source), target });
  const stale = await buildProblem(root);
  if (stale !== undefined) {
    console.error(
      `${err.yellow("warning:")} the zip has what was built last, which is not of these sources (${stale}). Run \`npm run build\`, then release again.`,
    );
  }
  const { name, version } = notebook.metadata.initlab as { name: string; version: string };
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(`${out.green("✓")} ${shown(target)} is written: ${name} ${version}, ${size}.`);
}

function shown(file: string): string {
  return relative(process.cwd(), file) || file;
}

/** `--out` may name the notebook itself. */
function inFolder(place: string, source: string): string {
  return place.endsWith(".ipynb") ? resolve(place) : resolve(place, basename(source));
}

function besideInstructor(source: string): string {
  if (basename(dirname(source)) === "instructor") return join(dirname(source), "..", basename(source));
  throw new UsageError(
    "say with --out where the student's notebook goes: only for a notebook in a folder named instructor is it clear.",
  );
}
