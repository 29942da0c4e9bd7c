import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../instructor/UsageError.js";
import { notEmpty } from "./notEmpty.js";
import { out } from "./terminal/colours.js";

interface ConfigOptions {
  readonly out: string;
  readonly force?: true;
}

export function addNbgraderConfig(program: Command): void {
  program
    .command("nbgrader-config")
    .summary("write the configuration with which nbgrader handles the same notebooks")
    .description(
      "Writes a configuration for nbgrader: its stubs, markers and time limits for TypeScript notebooks. The file says how to use it.",
    )
    .option("--out <FILE>", "where it goes", notEmpty, "nbgrader_config.py")
    .option("--force", "overwrite a file that is there")
    .addHelpText(
      "after",
      `
Examples:
  npx --no initlab nbgrader-config
  npx --no initlab nbgrader-config --out course/nbgrader_config.py`,
    )
    .action(runConfig);
}

async function runConfig({ out: place, force }: ConfigOptions): Promise<void> {
  const file = resolve(place);
  if (!force && existsSync(file)) {
    throw new UsageError(`${file} is there already. Write another with --out, or overwrite it with --force.`);
  }
  // Other commands need not wait for them.
  const { nbgraderConfig } = await import("../instructor/nbgraderConfig.js");
  const { writeWhole } = await import("../notebook/index.js");
  await writeWhole(file, nbgraderConfig());
  console.log(
    `${out.green("✓")} ${relative(process.cwd(), file) || file} is written; it says how to use it.`,
  );
}
