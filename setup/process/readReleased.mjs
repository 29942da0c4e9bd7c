// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What `initlab release --zip` says of a student's folder, or null in the project itself. Such a folder came compiled, so
 * there is nothing to build; `notebook` is what opens.
 *
 * @param {string} root
 * @returns {{ notebook: string } | null}
 */
export function readReleased(root) {
  const path = join(root, "setup", "released.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
