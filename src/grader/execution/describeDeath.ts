import type { Death } from "../sandbox/index.js";
import type { Verdict } from "../Verdict.js";

/** The verdict over what took its process down. */
export function deathVerdict({ kind }: Death): Verdict {
  return kind === "flooded" ? "aborted" : kind;
}

/** Why a process is no more, as the end of a sentence. */
export function describeDeath(death: Death, limits: { cellSeconds: number; memoryMB: number }): string {
  switch (death.kind) {
    case "timeout":
      return `did not come to an end within ${limits.cellSeconds} seconds`;
    case "out_of_memory":
      return `took more than ${limits.memoryMB} MB of memory`;
    case "flooded":
      return `put out too much: ${death.detail}`;
    case "crashed":
      return `ended its process: ${death.detail}`;
  }
}
