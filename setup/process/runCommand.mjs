// @ts-check
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "./Problem.mjs";

const guard = fileURLToPath(new URL("guard.mjs", import.meta.url));

/**
 * What a command is run with. With a `log` its output goes there, without one to the terminal.
 *
 * @typedef {{ cwd: string, signal: AbortSignal, log?: string | undefined, env?: NodeJS.ProcessEnv | undefined }} RunOptions
 */

/**
 * Runs a command to its end and returns its exit code and what it wrote to the log. When the signal aborts, or this
 * process dies, the command ends with all that it started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, output: string }>}
 * @throws {Problem} with exit code 130 when the signal aborted
 */
export async function runCommand(command, args, options) {
  const { cwd, signal, log, env = process.env } = options;
  if (signal.aborted) throw new Problem("Stopped.", 130);
  const file = log === undefined ? null : openLog(log, [command, ...args]);
  const from = log === undefined ? 0 : statSync(log).size;
  const out = file ?? "inherit";
  const child = spawn(process.execPath, [guard, command, ...args], {
    cwd,
    env,
    stdio: ["pipe", out, out],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const stop = () => child.stdin?.end();
  signal.addEventListener("abort", stop);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on("error", reject).on("close", (status) => resolve(status ?? 1));
    });
    if (signal.aborted) throw new Problem("Stopped.", 130);
    return { code, output: log === undefined ? "" : readFileSync(log).subarray(from).toString() };
  } finally {
    signal.removeEventListener("abort", stop);
    if (file !== null) closeSync(file);
  }
}

/**
 * @param {string} log
 * @param {string[]} words
 */
function openLog(log, words) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, "a");
  writeSync(file, `\n$ ${words.join(" ")}\n`);
  return file;
}
