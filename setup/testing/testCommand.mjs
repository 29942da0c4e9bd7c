// @ts-check
import { fileURLToPath } from "node:url";
import { Problem } from "../process/Problem.mjs";
import { places as findPlaces } from "../process/places.mjs";
import { Reporter } from "../process/Reporter.mjs";
import { runEntry } from "../process/runEntry.mjs";
import { buildNow } from "../steps/buildNow.mjs";
import { kernelspec } from "../steps/kernelspec.mjs";
import { nodePackages } from "../steps/nodePackages.mjs";
import { pythonPackages } from "../steps/pythonPackages.mjs";
import { setUp } from "../steps/setUp.mjs";
import { testPackages } from "../steps/testPackages.mjs";
import { asCheck, stages } from "./stages.mjs";
import { summarize } from "./summarize.mjs";

const HELP = `npm test: sets the project up as \`npm start\` does, then builds, lints, checks the types and runs the tests

  npm test                        everything
  npm test -- test/init_utils     the tests of one folder or file
  npm test -- -t "randn"          the tests whose title matches; vitest gets all that follows the lone --`;

/**
 * `npm test`: runs every stage and ends with one line of totals.
 *
 * @param {string[]} args
 */
export function testCommand(args) {
  return runEntry(async (signal) => {
    const places = findPlaces(fileURLToPath(new URL("../..", import.meta.url)));
    const reporter = new Reporter(process.stdout, process.env);
    if (args.includes("--help") || args.includes("-h")) {
      reporter.line(HELP);
      return 0;
    }
    const context = { places, signal, log: places.log };
    const packages = [nodePackages, pythonPackages, testPackages].map((step) => step(context));
    const build = async () => {
      await buildNow({ places, signal, reporter });
      await setUp([kernelspec(context)], { places, signal, reporter });
    };
    const results = [];
    const ready = await runStage("set-up", () => setUp(packages, { places, signal, reporter }), reporter);
    if (ready.failed > 0) results.push(ready);
    else {
      results.push(await runStage("build", build, reporter));
      for (const { title, run } of stages({ places, signal, filters: args })) {
        reporter.line(`\n— ${title}`);
        results.push(await runStage(title, run, reporter));
      }
    }
    const { table, total, failed } = summarize(results);
    for (const line of ["", ...table, total]) reporter.line(line);
    return failed === 0 ? 0 : 1;
  });
}

/**
 * Times one stage; a problem in it is printed and counts as one failed check, a stop ends everything.
 *
 * @param {string} title
 * @param {() => Promise<unknown>} run
 * @param {Reporter} reporter
 * @returns {Promise<import("./summarize.mjs").Result>}
 */
async function runStage(title, run, reporter) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    const counts = await run();
    return { title, ...(isCounts(counts) ? counts : asCheck(true)), seconds: seconds() };
  } catch (error) {
    if (!(error instanceof Problem) || error.exitCode === 130) throw error;
    reporter.line(`${reporter.bad("✗")} ${error.message}`);
    return { title, ...asCheck(false), seconds: seconds() };
  }
}

/**
 * @param {unknown} value
 * @returns {value is import("./countTests.mjs").Counts}
 */
function isCounts(value) {
  return typeof value === "object" && value !== null && "passed" in value;
}
