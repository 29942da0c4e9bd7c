import type { Diagnostic } from "../../cells/index.js";
import type { Death } from "../sandbox/index.js";

/** What became of one cell of a program. */
export type CellOutcome =
  | { readonly kind: "ran" }
  | { readonly kind: "skipped" }
  /** `error` is what the submission threw, fit to be shown; `stack` is as it came, and fit for finding places only. */
  | { readonly kind: "threw"; readonly error: string; readonly stack: string }
  /** It is not TypeScript, or something that a cell cannot mean. */
  | { readonly kind: "problems"; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "refused"; readonly reason: string }
  /** It took its process down, and was left out when the submission was run again. */
  | { readonly kind: "left_out"; readonly death: Death }
  /** The grader had stopped the submission before its turn. */
  | { readonly kind: "not_reached" };
