import { basename, dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { releaseFile } from "../instructor/releaseFile.js";
import { UsageError } from "../instructor/UsageError.js";
import { exitCodes } from "./exitCodes.js";
import { notEmpty } from "./notEmpty.js";
import { instructorsNotebook } from "./project.js";
import { err, out } from "./terminal.js";

export function addRelease(program: Command): void {
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
  const source = notebook === undefined ? instructorsNotebook : resolve(notebook);
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
    process.exitCode = exitCodes.attention;
  }
}

function besideInstructor(source: string): string {
  if (basename(dirname(source)) === "instructor") return join(dirname(source), "..", basename(source));
  throw new UsageError(
    "say with --out where the student's notebook goes: only for a notebook in a folder named instructor is it clear.",
  );
}
