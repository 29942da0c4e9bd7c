import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Results, serializeResults } from "../results/index.js";

/**
 * Reads results that an earlier run wrote.
 *
 * @returns nothing where there are none, and for a file that this version would not have written byte by byte: one that
 *   is broken, of another version, or changed by hand
 */
export function readStored(folder: string): Results | undefined {
  try {
    // At once: for a small file the way through the thread pool takes several times as long as reading it.
    const text = readFileSync(join(folder, "results.json"), "utf8");
    const results = JSON.parse(text) as Results;
    return serializeResults(results) === text ? results : undefined;
  } catch {
    return undefined;
  }
}
