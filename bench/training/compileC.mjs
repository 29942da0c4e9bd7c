// @ts-check
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const names = ["cc", "gcc", "clang"];

/**
 * The C compiler of this machine and its version in a line, or null when there is none.
 *
 * @returns {{ command: string, version: string } | null}
 */
export function findCompiler() {
  for (const command of names) {
    const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8" });
    if (status === 0) return { command, version: stdout.split("\n")[0] ?? command };
  }
  return null;
}

/**
 * Compiles bench/training/training.c, and returns the program or null when the compiler does not know the options.
 *
 * @param {string} compiler
 * @param {readonly string[]} options
 * @param {{ root: string, folder: string }} places the project's folder, and where the program goes
 */
export function compileC(compiler, options, { root, folder }) {
  const program = join(folder, `training${options.join("")}.exe`);
  const args = [...options, "-o", program, join(root, "bench", "training", "training.c"), "-lm"];
  return spawnSync(compiler, args).status === 0 ? program : null;
}
