#!/usr/bin/env node
import { Command } from "commander";
import { addCheck } from "./cli/check.js";
import { addGrade } from "./cli/grade.js";
import { addGradescope } from "./cli/gradescope.js";
import { addKernel } from "./cli/kernel.js";
import { addNbgraderConfig } from "./cli/nbgraderConfig.js";
import { readVersion } from "./cli/project.js";
import { addRelease } from "./cli/release.js";
import { endWithoutReader } from "./cli/terminal/brokenPipe.js";
import { err } from "./cli/terminal/colours.js";
import { report } from "./cli/terminal/report.js";

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
  npx --no initlab check               prove the assignment sound before anyone gets it
  npx --no initlab release             make the student's notebook from the instructor's
  npx --no initlab release --check     see whether the student's notebook is up to date
  npx --no initlab grade submissions/  grade what students handed in
  npx --no initlab gradescope          build an autograder for Gradescope
  npx --no initlab kernel install      let Jupyter run notebooks on initlab's own TypeScript kernel

Exit codes: 0 done, 1 out of date or something for a person to look at,
2 wrong use or a notebook that is not sound, 3 a fault of initlab`,
    )
    .exitOverride();
  addCheck(program);
  addRelease(program);
  addGrade(program);
  addGradescope(program);
  addNbgraderConfig(program);
  addKernel(program);
  return program;
}

endWithoutReader();
try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
