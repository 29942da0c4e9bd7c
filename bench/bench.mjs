// @ts-check
// `npm run bench`: measures, prints, and writes bench/results and README.md's tables.
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
import { grading } from "./grading/grading.mjs";
import { replaceBetween } from "./harness/replaceBetween.mjs";
import { kernel } from "./kernel/kernel.mjs";
import { predictions } from "./predictions/predictions.mjs";
import { training } from "./training/training.mjs";

/** @type {readonly import("./harness/Subject.mjs").Subject[]} */
const subjects = [training, predictions, kernel, grading];

const HELP = `npm run bench: measures beside other programs, writes bench/results and README.md's tables

${subjects.map(({ name, about }) => `  npm run bench -- ${name.padEnd(19)}${about}`).join("\n")}

  npm run bench -- --rounds 3         fewer rounds than 7
  npm run bench -- --iterations 2001  trainings of fewer iterations than 15,000
  npm run bench -- --print            prints only, writes nothing
  npm run bench -- --as-it-is         measures what is installed and built, without looking whether it is up to date`;

/** @param {string[]} args */
function parse(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "7" },
      iterations: { type: "string", default: "15000" },
      print: { type: "boolean", default: false },
      "as-it-is": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const chosen = positionals.length === 0 ? subjects : positionals.map(subjectOf);
  return { ...values, chosen, rounds: count("rounds", values), iterations: count("iterations", values) };
}

/** @param {string} name */
function subjectOf(name) {
  const found = subjects.find((subject) => subject.name === name);
  if (found) return found;
  throw new Problem(
    `There is nothing called ${name} to measure: it can be ${subjects.map((one) => one.name).join(", ")}.`,
  );
}

/** @param {"rounds" | "iterations"} option @param {Record<"rounds" | "iterations", string>} values */
function count(option, values) {
  const number = Number(values[option]);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Problem(`--${option} must be a whole number of at least 1, but it is ${values[option]}.`);
}

const root = fileURLToPath(new URL("..", import.meta.url));

runEntry(async (signal) => {
  const { help, chosen, rounds, iterations, print, "as-it-is": asItIs } = parse(process.argv.slice(2));
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
  for (const subject of chosen) {
    const measured = await inFolder((folder) =>
      subject.measure({ root, python: places.testPython, folder, rounds, iterations, say }),
    );
    for (const text of [measured.table ?? "", ...measured.lines])
      say(text === measured.table ? `\n${text}\n` : text);
    if (!print) write(subject.name, measured);
  }
  return 0;
});

/**
 * @template Result
 * @param {(folder: string) => Promise<Result>} work
 */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "initlab-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} name @param {import("./harness/Subject.mjs").Measured} measured */
function write(name, { figures, table }) {
  const folder = join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  if (table === undefined) return;
  const readme = join(root, "README.md");
  writeFileSync(readme, replaceBetween(readFileSync(readme, "utf8"), `bench:${name}`, table));
}
