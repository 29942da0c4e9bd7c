import { dirname, join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { UsageError } from "../instructor/UsageError.js";
import { notEmpty } from "./notEmpty.js";
import { instructorsNotebook, readVersion, root } from "./project.js";
import { refuseUnsound } from "./refuseUnsound.js";
import { err, out } from "./terminal/colours.js";

interface GradescopeOptions {
  readonly out: string;
  readonly secret?: string;
  readonly earlier?: readonly string[];
  readonly types: "tell" | "strict";
  readonly force?: true;
}

export function addGradescope(program: Command): void {
  program
    .command("gradescope")
    .summary("build an autograder for Gradescope")
    .description(
      "Builds autograder.zip, with which Gradescope grades every submission as `initlab grade` does. An assignment that `initlab check` finds unsound is refused.",
    )
    .argument("[NOTEBOOK]", "the instructor's notebook (default: notebooks/instructor/Initialization.ipynb)")
    .option("--out <FILE>", "the zip", notEmpty, "autograder.zip")
    .option(
      "--secret <FILE>",
      "what hidden inputs are drawn from (default: .initlab-secret beside the notebook)",
      notEmpty,
    )
    .option(
      "--earlier <NOTEBOOK>",
      "an earlier version of the assignment, for those who hand it in; several times for several",
      (value: string, others: readonly string[] = []) => [...others, notEmpty(value)],
    )
    .addOption(
      new Option(
        "--types <RULE>",
        "tell: show errors of types where points are lost; strict: they cost the points",
      )
        .choices(["tell", "strict"])
        .default("tell"),
    )
    .option("--force", "build it though the assignment is not sound")
    .addHelpText("after", help)
    .action(runGradescope);
}

const help = `
Examples:
  npx --no initlab gradescope
  npx --no initlab gradescope --out spring/autograder.zip --secret spring/secret
  npx --no initlab gradescope course/instructor/Trees.ipynb --types strict
  npx --no initlab gradescope --earlier last-week/instructor/Initialization.ipynb

Upload the zip in Gradescope under Configure Autograder. The zip has the solutions, the hidden tests and the secret in it:
it is no file for students. docs/grading.md says what Gradescope shows.

Exit codes: 0 written, 2 wrong use or an assignment that is not sound, 3 a fault of initlab`;

async function runGradescope(notebook: string | undefined, options: GradescopeOptions): Promise<void> {
  const target = resolve(options.out);
  if (!target.endsWith(".zip")) throw new UsageError(`--out takes the name of a .zip file, not ${target}.`);
  const source = notebook === undefined ? instructorsNotebook : resolve(notebook);
  const earlier = (options.earlier ?? []).map((path) => resolve(path));
  // Other commands need not wait for them.
  const { readRelease } = await import("../instructor/readRelease.js");
  const { writeWhole } = await import("../notebook/index.js");
  // What can be no answer key at all is refused before the long check, and before a secret is made.
  const { metadata } = await readRelease(source);
  for (const file of earlier) await readRelease(file);
  await refuseUnsound(source, options.force === true, building);
  const { autograderZip } = await import("../grader/gradescope/index.js");
  const secret = await secretFor(options.secret ?? join(dirname(source), ".initlab-secret"));
  const request = { root, notebooks: [source, ...earlier] as const, secret, types: options.types };
  const zip = await autograderZip({ ...request, version: readVersion() });
  await writeWhole(target, zip, 0o600);
  await warnOfStale();
  const { name, version } = metadata.initlab as { name: string; version: string };
  const size = `${(zip.length / 1e6).toFixed(1)} MB`;
  console.log(`${out.green("✓")} ${shown(target)} is written: ${name} ${version}, ${size}.`);
  warn(
    `whoever has ${shown(target)} has the solutions, the hidden tests and the secret. Give it to Gradescope and nobody else.`,
  );
}

const building = {
  otherwise: "build it all the same with --force",
  forced: "The autograder is built all the same, as --force asks.",
};

async function secretFor(file: string): Promise<string> {
  const { readSecret } = await import("../grader/assignment/index.js");
  const { text, isNew, warning } = await readSecret(resolve(file));
  if (isNew) warn(`a new secret for hidden tests is in ${shown(resolve(file))}. Keep a copy of it.`);
  if (warning !== undefined) warn(warning);
  return text;
}

async function warnOfStale(): Promise<void> {
  const { buildProblem } = await import("../instructor/zip/buildProblem.js");
  const stale = await buildProblem(root);
  if (stale === undefined) return;
  warn(
    `the zip has what was built last, which is not of these sources (${stale}). Run \`npm run build\`, then build the zip again.`,
  );
}

function warn(message: string): void {
  console.error(`${err.yellow("warning:")} ${message}`);
}

function shown(file: string): string {
  return relative(process.cwd(), file) || file;
}
