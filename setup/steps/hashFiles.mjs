// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LEFT_OUT = new Set(["node_modules", "dist", ".ipynb_checkpoints"]);

/**
 * One hash of the names and contents of files; a folder stands for all files below it, a file that is not there counts as such.
 *
 * @param {string} root
 * @param {readonly string[]} paths relative to the root
 * @returns {string}
 */
export function hashFiles(root, paths) {
  const hash = createHash("sha256");
  for (const path of listFiles(root, paths)) {
    const content = existsSync(join(root, path)) ? readFileSync(join(root, path)) : null;
    hash.update(`${path}\0${content?.length ?? "none"}\0`).update(content ?? "");
  }
  return hash.digest("hex");
}

/**
 * The files that the paths stand for, sorted, with forward slashes; nothing that was installed or built.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function listFiles(root, paths) {
  return paths.flatMap((path) => {
    const entries = readFolder(join(root, path));
    if (entries === null) return [path];
    const kept = entries.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name }) => `${path}/${name}`);
    return listFiles(root, kept.sort());
  });
}

/** @param {string} path */
function readFolder(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null;
  }
}
