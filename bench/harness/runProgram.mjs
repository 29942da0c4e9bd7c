// @ts-check
import { spawnSync } from "node:child_process";

/** One thread each: the arrays are too small for more to help. */
const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

/**
 * Runs a program in a fresh process and returns what it printed as JSON on its last line.
 *
 * @param {{ command: string, args?: readonly string[], input?: string, cwd: string }} program
 * @returns {any}
 */
export function runProgram({ command, args = [], input = "", cwd }) {
  const env = { ...process.env, ...oneThread };
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, cwd, env, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${stderr}${stdout}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}
