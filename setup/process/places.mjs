// @ts-check
import { realpathSync } from "node:fs";
import { join } from "node:path";

/**
 * Where things are in a project folder.
 *
 * @typedef {{ root: string, cache: string, log: string, lock: string, stamps: string, venv: string, python: string, kernels: string, testVenv: string, testPython: string }} Places
 */

/**
 * @param {string} folder
 * @param {NodeJS.Platform} [platform]
 * @returns {Places}
 */
export function places(folder, platform = process.platform) {
  // The real path: a folder that is reached through a link has not moved.
  const root = realpathSync(folder);
  const cache = join(root, ".cache");
  const venv = join(root, ".venv");
  const testVenv = join(cache, "test-venv");
  const pythonOf = (/** @type {string} */ environment) =>
    platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
  return {
    root,
    cache,
    log: join(cache, "setup.log"),
    lock: join(cache, "setup.lock"),
    stamps: join(cache, "stamps"),
    venv,
    python: pythonOf(venv),
    kernels: join(venv, "share", "jupyter", "kernels"),
    testVenv,
    testPython: pythonOf(testVenv),
  };
}
