// @ts-check
import { spawnSync } from "node:child_process";
import { Problem } from "../process/Problem.mjs";

/** The oldest Python that JupyterLab 4.6 and the lock files support. */
export const OLDEST = /** @type {const} */ ([3, 10]);

/** Runs in any Python, 2.7 too, and prints its version and which modules are absent. */
const PROBE = `
import sys
absent = []
for name in ("venv", "ensurepip"):
    try:
        __import__(name)
    except ImportError:
        absent.append(name)
print("%d.%d.%d|%s" % (sys.version_info[0], sys.version_info[1], sys.version_info[2], ",".join(absent)))
`;

/**
 * A Python that answered.
 *
 * @typedef {{ command: string[], version: string, absent: string[] }} Python
 */

/**
 * Finds a Python that JupyterLab runs on.
 *
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string[]} the command and its first arguments
 * @throws {Problem} that names what was found and where to get what is needed
 */
export function findPython({ platform = process.platform, env = process.env } = {}) {
  const found = candidates(platform).flatMap((command) => askPython(command, env) ?? []);
  const fitting = found.filter(({ version }) => isNewEnough(version));
  const best = fitting.find(({ absent }) => absent.length === 0);
  if (best !== undefined) return best.command;
  const [incomplete] = fitting;
  throw new Problem(incomplete === undefined ? tooOld(found) : withoutVenv(incomplete, platform));
}

/**
 * What that Python says of itself, or null when it is not there.
 *
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Python | null}
 */
export function askPython(command, env = process.env) {
  const [program = "", ...args] = command;
  const answer = spawnSync(program, [...args, "-E", "-s", "-c", PROBE], {
    env,
    encoding: "utf8",
    timeout: 20_000,
  });
  const match = /^(\d+\.\d+\.\d+)\|(.*)$/m.exec(answer.stdout ?? "");
  if (answer.status !== 0 || match === null) return null;
  return { command, version: match[1] ?? "", absent: (match[2] ?? "").split(",").filter(Boolean) };
}

/** @param {NodeJS.Platform} platform */
function candidates(platform) {
  const usual = platform === "win32" ? ["py -3", "python", "python3"] : ["python3", "python"];
  // A system's own python3 may be old while a newer one is installed under its full name.
  const named = ["python3.13", "python3.12", "python3.14", "python3.11", "python3.10"];
  return [...usual, ...(platform === "win32" ? [] : named)].map((command) => command.split(" "));
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** @param {Python[]} found */
function tooOld(found) {
  const seen = found.map(({ command, version }) => `${command.join(" ")} is ${version}`).join(", ");
  return (
    `Python ${OLDEST.join(".")} or newer is needed for JupyterLab; ${seen || "no Python was found (python3, python, py -3)"}.\n` +
    "Install one from https://www.python.org/downloads or with your system's package manager, then run the command again."
  );
}

/**
 * @param {Python} python
 * @param {NodeJS.Platform} platform
 */
function withoutVenv({ command, version, absent }, platform) {
  const minor = version.split(".").slice(0, 2).join(".");
  const remedy =
    platform === "linux"
      ? `On Debian and Ubuntu: sudo apt install python3-venv (or python${minor}-venv).`
      : "Install Python again from https://www.python.org/downloads.";
  return `${command.join(" ")} is Python ${version}, but its module ${absent.join(" and ")} is missing, without which no .venv can be made.\n${remedy} Then run the command again.`;
}
