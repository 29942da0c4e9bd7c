import { createRequire } from "node:module";
import type { RunFacts } from "../reports/index.js";

/** The versions of the programs that a run rests on. */
export function programVersions(initlab: string): RunFacts["versions"] {
  const { version: deno } = createRequire(import.meta.url)("deno/package.json") as { version: string };
  return { initlab, node: process.versions.node, deno, system: `${process.platform} ${process.arch}` };
}
