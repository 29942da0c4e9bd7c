import type { Notebook } from "../../../../src/notebook/index.ts";

/** A notebook that is not sound, and the finding that has to tell so. */
export interface Fixture {
  /** What is wrong with it. */
  readonly defect: string;
  readonly notebook: Notebook;
  readonly kind: string;
  /** The cell's grade_id or id; null where the notebook as a whole is meant. */
  readonly cell: string | null;
  readonly line: number | null;
  readonly says: RegExp;
}
