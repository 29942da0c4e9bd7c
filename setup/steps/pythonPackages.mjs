// @ts-check
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { explainFailure } from "../process/explainFailure.mjs";
import { runCommand } from "../process/runCommand.mjs";
import { askPython, findPython } from "./findPython.mjs";
import { hashFiles } from "./hashFiles.mjs";
import { stamped } from "./stamped.mjs";

const LOCK = "setup/requirements.lock";

/**
 * The step that makes `.venv` and installs JupyterLab there exactly as the lock file has it. What it cannot vouch for
 * it removes first: scripts in a .venv hold absolute paths, and half a .venv looks like a whole one.
 *
 * @param {import("./context.mjs").Context} context
 */
export function pythonPackages({ places, signal, log }) {
  const { root, venv, python } = places;
  return stamped(places, {
    name: "python-packages",
    title: `JupyterLab ${lockedVersion(root, "jupyterlab")} in .venv`,
    megabytes: 350,
    check: () => void findPython(),
    inputs: () => ({ [LOCK]: hashFiles(root, [LOCK]), "the folder's place": root }),
    broken: async () => brokenVenv(venv, python),
    async work() {
      const [command = "", ...args] = findPython();
      await rm(venv, { recursive: true, force: true, maxRetries: 5 });
      const options = { cwd: root, signal, log };
      const made = await runCommand(command, [...args, "-E", "-s", "-m", "venv", venv], options);
      if (made.code !== 0) throw explainFailure("Making .venv", made.output, places);
      await pipInstall({ places, signal, log }, LOCK, python);
      return [relative(root, python), ...packageFolders(root, venv)];
    },
  });
}

/**
 * Installs what a lock file has, hashes checked, nothing that is not in it, and no code of a package is run.
 *
 * @param {import("./context.mjs").Context} context
 * @param {string} lock
 * @param {string} python whose environment gets the packages
 */
export async function pipInstall({ places, signal, log }, lock, python) {
  // -I keeps PYTHONPATH and the user's own packages out; these settings would put the packages somewhere else.
  const { PIP_TARGET, PIP_PREFIX, PIP_ROOT, ...env } = process.env;
  const strict = ["--require-hashes", "--no-deps", "--only-binary", ":all:"];
  const quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"];
  const args = ["-I", "-m", "pip", "install", ...strict, ...quiet, "-r", lock];
  const options = { cwd: places.root, signal, log, env: { ...env, PIP_USER: "0" } };
  const { code, output } = await runCommand(python, args, options);
  if (code !== 0) throw explainFailure("Installing the Python packages", output, places);
}

/**
 * The folders by which pip knows what is installed.
 *
 * @param {string} root
 * @param {string} venv
 */
export function packageFolders(root, venv) {
  return sitePackages(venv).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".dist-info"))
      .map((name) => relative(root, join(folder, name))),
  );
}

/**
 * Where an environment's Python finds its packages.
 *
 * @param {string} venv
 */
export function sitePackages(venv) {
  const lib = process.platform === "win32" ? join(venv, "Lib") : join(venv, "lib");
  return [lib, ...readdirSync(lib).map((name) => join(lib, name))]
    .map((folder) => join(folder, "site-packages"))
    .filter(existsSync);
}

/**
 * A system that replaces its Python leaves a .venv whose packages are no longer found.
 *
 * @param {string} venv
 * @param {string} python
 */
function brokenVenv(venv, python) {
  const madeFor = /^version\s*=\s*(\d+\.\d+)/m.exec(readFileSync(join(venv, "pyvenv.cfg"), "utf8"))?.[1];
  const now = askPython([python])?.version.split(".").slice(0, 2).join(".");
  if (now === undefined) return ".venv's Python does not run";
  return now === madeFor ? null : `Python ${madeFor} has become ${now}`;
}

/**
 * @param {string} root
 * @param {string} name
 */
function lockedVersion(root, name) {
  return new RegExp(`^${name}==(\\S+)`, "m").exec(readFileSync(join(root, LOCK), "utf8"))?.[1] ?? "";
}
