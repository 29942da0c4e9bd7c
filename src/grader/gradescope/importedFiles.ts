import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import ts from "typescript";

/** What programs are made of. */
export interface Imported {
  /** Files of the project, by their paths below its folder. */
  readonly files: readonly string[];
  /** Packages, without those that come with Node.js. */
  readonly packages: readonly string[];
}

/** How a program names another one that it starts as a thread or as a process. */
const started = /new URL\("([^"]+\.js)", import\.meta\.url\)/g;

/**
 * Follows the imports of compiled programs: everything that they may ever load, whether at once, later, or as a program
 * of its own.
 *
 * @param root the project's folder, built
 * @param programs paths below it
 */
export async function importedFiles(root: string, programs: readonly string[]): Promise<Imported> {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [...programs];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const text = await readFile(join(root, path), "utf8");
    const folder = posix.dirname(path);
    const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    for (const specifier of imports) {
      if (specifier.startsWith(".")) waiting.push(posix.join(folder, specifier));
      else if (!specifier.startsWith("node:")) packages.add(packageOf(specifier));
    }
    for (const [, program = ""] of text.matchAll(started)) waiting.push(posix.join(folder, program));
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
