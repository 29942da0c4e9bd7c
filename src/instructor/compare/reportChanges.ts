import { loadCompiler } from "../../kernel/language/loadCompiler.js";
import { readNotebook } from "../../notebook/index.js";
import { compareAssignments } from "./compareAssignments.js";
import { signaturesOf } from "./signaturesOf.js";

/** A change as the report of a check has it. */
export interface ReportedChange {
  /** One word for programs, such as `renamed`. */
  readonly kind: string;
  readonly effect: "lost" | "points" | "none";
  /** From 1; null where the notebook as a whole is meant. Of a cell that is gone, in the old notebook. */
  readonly cell: number | null;
  readonly cell_name: string | null;
  readonly message: string;
  readonly way_out: string | null;
}

/**
 * Compares two versions of an instructor's notebook.
 *
 * @param old the file that what was handed in was made from
 * @throws {NotebookError} when one cannot be read
 */
export async function reportChanges(old: string, now: string): Promise<readonly ReportedChange[]> {
  const [before, after] = await Promise.all([readNotebook(old), readNotebook(now)]);
  const { ts } = loadCompiler();
  return compareAssignments(before, after, (source) => signaturesOf(ts, source)).map((change) => ({
    kind: change.kind,
    effect: change.effect,
    cell: change.cell === undefined ? null : change.cell + 1,
    cell_name: change.cellName ?? null,
    message: change.message,
    way_out: change.wayOut ?? null,
  }));
}
