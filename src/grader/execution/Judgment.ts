import type { HiddenEvidence, TestEvidence } from "../judge/TestEvidence.js";
import type { Death } from "../sandbox/index.js";
import type { Verdict } from "../Verdict.js";

/** What a test found. */
export interface Judgment {
  readonly verdict: Verdict;
  /** The part of the points that is earned, from 0 to 1, where it is not all or nothing. */
  readonly fraction: number;
  /** Whether the verdict rests on a test that students do not see. */
  readonly hidden: boolean;
  readonly message: string;
  readonly hint?: string;
  /** What the visible part asked and found; not where it was not asked, or is itself at fault. */
  readonly evidence?: TestEvidence;
  /** For instructors only; never put into results. */
  readonly hiddenEvidence?: HiddenEvidence;
  /** The guest died of it. */
  readonly death?: Death;
}
