// @ts-check
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../process/Problem.mjs";
import { places as findPlaces } from "../process/places.mjs";
import { Reporter } from "../process/Reporter.mjs";
import { readReleased } from "../process/readReleased.mjs";
import { runEntry } from "../process/runEntry.mjs";
import { allSteps } from "../steps/allSteps.mjs";
import { setUp } from "../steps/setUp.mjs";
import { checkPort } from "./checkPort.mjs";
import { helpText, NOTEBOOK, parseOptions } from "./parseOptions.mjs";
import { runJupyterLab } from "./runJupyterLab.mjs";

/**
 * `npm start`: sets up what is not set up yet, then runs JupyterLab.
 *
 * @param {string[]} args
 */
export function startCommand(args) {
  return runEntry(async (signal) => {
    const places = findPlaces(fileURLToPath(new URL("../..", import.meta.url)));
    const reporter = new Reporter(process.stdout, process.env);
    const usual = readReleased(places.root)?.notebook ?? NOTEBOOK;
    const options = parseOptions(args, usual);
    if (options.help) {
      reporter.line(helpText(usual));
      return 0;
    }
    options.notebook = insideProject(options.notebook, places.root, join(places.root, dirname(usual)));
    if (options.port !== null) await checkPort(options.port, options.ip);
    const steps = await allSteps({ places, signal, log: places.log });
    const ran = await setUp(steps, { places, signal, reporter });
    if (ran === 0) reporter.line(`${reporter.good("✓")} everything is set up`);
    reporter.line(`Starting JupyterLab with ${options.notebook}; Ctrl-C stops it`);
    return runJupyterLab(options, { places, signal });
  });
}

/**
 * JupyterLab serves this folder alone.
 *
 * @param {string} notebook
 * @param {string} root
 * @param {string} home where notebooks are
 */
function insideProject(notebook, root, home) {
  const path = relative(root, resolve(root, notebook));
  if (path.startsWith("..") || resolve(path) === path)
    throw new Problem(
      `${notebook} is outside the project's folder, which is all that JupyterLab serves. Copy it into ${home}.`,
      2,
    );
  if (!existsSync(join(root, path)))
    throw new Problem(
      `There is no notebook ${path} in ${root}. Look at its name, or run \`npm start\` without one.`,
      2,
    );
  return path;
}
