// @ts-check
import { Problem } from "../process/Problem.mjs";

/** The notebook that opens when none is named, in the project itself. */
export const NOTEBOOK = "notebooks/Initialization.ipynb";

/** JupyterLab's own short options: those that stand alone, and those that take a value. */
export const FLAGS = [
  "no-browser",
  "debug",
  "y",
  "collaborative",
  "core-mode",
  "custom-css",
  "allow-root",
  "expose-app-in-browser",
];
export const VALUES = [
  "port",
  "port-retries",
  "ip",
  "browser",
  "config",
  "certfile",
  "keyfile",
  "client-ca",
  "log-level",
];

/** @param {string} notebook the one that opens when none is named */
export function helpText(notebook) {
  return `npm start: sets the project up, once, and opens its notebook in JupyterLab

  npm start                          opens ${notebook}
  npm start -- some/other.ipynb      opens another notebook of this folder
  npm start -- --no-browser          prints the address instead of opening it
  npm start -- --port 9000           takes this port, or says that it is taken
  npm start -- --help                this text

Mind the lone -- : what follows it goes to JupyterLab. Passed on as they are:
  ${FLAGS.map((name) => `--${name}`).join(" ")}
  ${VALUES.map((name) => `--${name} VALUE`).join(" ")}
  --Class.option=value               any setting, such as --ServerApp.password=""

Ctrl-C stops JupyterLab and its kernels. The set-up writes .cache/setup.log.`;
}

/**
 * What a start is asked for.
 *
 * @typedef {{ help: boolean, notebook: string, port: number | null, ip: string, passOn: string[] }} Options
 */

/**
 * @param {readonly string[]} args
 * @param {string} [usual] the notebook that opens when none is named
 * @returns {Options}
 * @throws {Problem} with exit code 2 that names what was not understood
 */
export function parseOptions(args, usual = NOTEBOOK) {
  /** @type {Options} */
  const options = { help: false, notebook: usual, port: null, ip: "localhost", passOn: [] };
  const notebooks = [];
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--help" || word === "-h") options.help = true;
    else if (word.startsWith("-")) takeOption(word, rest, options);
    else notebooks.push(word);
  }
  if (notebooks.length > 1)
    throw new Problem(`One notebook can be opened, not ${notebooks.length}: ${notebooks.join(", ")}.`, 2);
  const [notebook] = notebooks;
  if (notebook !== undefined) options.notebook = checkNotebook(notebook);
  return options;
}

/**
 * @param {string} word
 * @param {string[]} rest
 * @param {Options} options
 */
function takeOption(word, rest, options) {
  const [, name = "", given] = /^--?([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const isSetting = /^[A-Z]\w*(\.\w+)+$/.test(name);
  if (FLAGS.includes(name) && given === undefined) {
    options.passOn.push(word);
    return;
  }
  if (!VALUES.includes(name) && !isSetting)
    throw new Problem(`${word} is not an option of npm start. \`npm start -- --help\` lists them.`, 2);
  const value = given ?? rest.shift();
  if (value === undefined) throw new Problem(`${word} needs a value: ${word} VALUE.`, 2);
  if (name === "port" || name === "ServerApp.port") options.port = checkNumber(value);
  else options.passOn.push(`--${name}=${value}`);
  if (name === "ip" || name === "ServerApp.ip") options.ip = value;
}

/** @param {string} value */
function checkNumber(value) {
  if (/^\d+$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Problem(
    `--port takes a number from 0 to 65535 (0: any free one), not ${JSON.stringify(value)}.`,
    2,
  );
}

/** @param {string} notebook */
function checkNotebook(notebook) {
  if (notebook.endsWith(".ipynb")) return notebook;
  // `npm start --port 9000` without the lone -- leaves "9000": npm keeps the option for itself.
  throw new Problem(
    `${JSON.stringify(notebook)} is not a notebook (.ipynb). Options follow a lone --: npm start -- --port 9000`,
    2,
  );
}
