import type { Tier } from "../sandbox/index.js";
import { findTool } from "../tiers/findTool.js";
import type { GradeRequest } from "./GradeRequest.js";

/**
 * Whether it is known, without starting one, that submissions would be shut in by this sandbox. Of `auto` the better one
 * is: where it worked once it is taken to work still.
 */
export function standsStill({ sandbox, require }: GradeRequest, tier: Tier): boolean {
  const wanted = require ?? sandbox;
  if (wanted !== "auto") return wanted === tier;
  if (process.platform !== "linux") return tier === "deno";
  return tier === "bubblewrap" || findTool("bwrap") === undefined;
}
