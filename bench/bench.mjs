// @ts-check
// `npm run bench`: measures, prints, and writes bench/results and README.md's table.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Problem } from "../setup/process/Problem.mjs";
import { places as findPlaces } from "../setup/process/places.mjs";
import { Reporter } from "../setup/process/Reporter.mjs";
import { runEntry } from "../setup/process/runEntry.mjs";
import { buildNow } from "../setup/steps/buildNow.mjs";
import { nodePackages } from "../setup/steps/nodePackages.mjs";
import { pythonPackages } from "../setup/steps/pythonPackages.mjs";
import { setUp } from "../setup/steps/setUp.mjs";
import { testPackages } from "../setup/steps/testPackages.mjs";
import { machine } from "./harness/machine.mjs";
import { measurePredictions, predictionLines } from "./harness/measurePredictions.mjs";
import { measureTraining } from "./harness/measureTraining.mjs";
import { replaceBetween } from "./harness/replaceBetween.mjs";
import { trainingTable } from "./harness/trainingTable.mjs";
import { trainingTask } from "./harness/trainingTask.mjs";

const HELP = `npm run bench: measures model() against NumPy, C and TensorFlow.js, writes bench/results and README.md's table

  npm run bench -- --rounds 3         fewer rounds than 7
  npm run bench -- --iterations 2001  fewer iterations than 15,000
  npm run bench -- --print            prints only, writes nothing
  npm run bench -- --as-it-is         measures what is installed and built, without looking whether it is up to date`;

/** @param {string[]} args */
function parse(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "7" },
      iterations: { type: "string", default: "15000" },
      print: { type: "boolean", default: false },
      "as-it-is": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return { ...values, rounds: count("rounds", values), iterations: count("iterations", values) };
}

/** @param {"rounds" | "iterations"} option @param {Record<"rounds" | "iterations", string>} values */
function count(option, values) {
  const number = Number(values[option]);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Problem(`--${option} must be a whole number of at least 1, but it is ${values[option]}.`);
}

const root = fileURLToPath(new URL("..", import.meta.url));

runEntry(async (signal) => {
  const { help, rounds, iterations, print, "as-it-is": asItIs } = parse(process.argv.slice(2));
  const places = findPlaces(root);
  const reporter = new Reporter(process.stdout, process.env);
  const say = (/** @type {string} */ line) => reporter.line(line);
  if (help) {
    say(HELP);
    return 0;
  }
  if (!asItIs) {
    const context = { places, signal, log: places.log };
    const steps = [nodePackages, pythonPackages, testPackages].map((step) => step(context));
    await setUp(steps, { places, signal, reporter });
    await buildNow({ places, signal, reporter });
  }
  measureAll({ rounds, iterations, python: places.python, print, say });
  return 0;
});

/** @param {{ rounds: number, iterations: number, python: string, print: boolean, say(line: string): void }} options */
function measureAll({ rounds, iterations, python, print, say }) {
  const folder = mkdtempSync(join(tmpdir(), "initlab-bench-"));
  try {
    const before = machine();
    const options = { root, python, folder, task: trainingTask(root), iterations };
    const training = { machine: before, rounds, iterations, results: measureTraining(options, rounds, say) };
    const table = trainingTable(training);
    say(`\n${table}\n`);
    const predictions = measurePredictions({ root, iterations });
    for (const line of predictionLines(predictions)) say(line);
    if (!print) write({ training, predictions: { machine: before, ...predictions } }, table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Record<string, object>} results @param {string} table */
function write(results, table) {
  const folder = join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  for (const [name, result] of Object.entries(results))
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const readme = join(root, "README.md");
  writeFileSync(readme, replaceBetween(readFileSync(readme, "utf8"), "bench:training", table));
}
