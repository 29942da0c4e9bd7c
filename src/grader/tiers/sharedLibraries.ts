import { execFileSync } from "node:child_process";
import { SandboxError } from "../sandbox/SandboxError.js";
import { findTool } from "./findTool.js";

/** The libraries that programs need at their start, the loader included, by the paths that they are looked for under. */
export function sharedLibraries(...programs: readonly string[]): string[] {
  const ldd = findTool("ldd");
  if (ldd === undefined)
    throw new SandboxError("`ldd`, which tells the libraries that Deno needs, is not there.");
  const output = execFileSync(ldd, programs, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return [...new Set(librariesIn(output))].sort();
}

/** The paths in what `ldd` prints. */
export function librariesIn(output: string): string[] {
  if (/not found/.test(output)) throw new SandboxError(`Deno lacks a library: ${output.trim()}`);
  const paths = output.split("\n").map((line) => /^\s+(?:\S+ => )?(\/\S+) \(0x/.exec(line)?.[1]);
  return paths.filter((path) => path !== undefined);
}
