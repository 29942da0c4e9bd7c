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
  /** The guest died of it. */
  readonly death?: Death;
}
