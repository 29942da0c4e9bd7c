import type { TestEvidence } from "../judge/TestEvidence.js";
import type { EvidenceResult } from "./Results.js";

/** Evidence as results tell it: of what was not as expected the first in full, of all others the names. */
export function evidenceResult({ calls, more, failures = [] }: TestEvidence): EvidenceResult {
  const [first, ...others] = failures;
  return {
    calls,
    ...(more !== undefined && { more_calls: more }),
    ...first,
    ...(others.length > 0 && { also: others.map(({ what }) => what) }),
  };
}
