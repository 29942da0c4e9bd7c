import { z } from "zod";
import { type Notebook, placeOf } from "../../notebook/index.js";
import type { ReportedChange } from "../compare/reportChanges.js";
import { type Finding, type Step, steps } from "./Finding.js";

/** Changes whenever a program that reads the report would have to. */
export const checkReportVersion = 1;

const step = z.enum(steps);

/** What `initlab check --json` prints, as docs/instructors.md explains it. */
export const checkReportSchema: z.ZodType<CheckReport> = z.strictObject({
  schema_version: z.literal(checkReportVersion),
  notebook: z.string(),
  assignment: z.strictObject({ name: z.string(), version: z.string() }).nullable(),
  initlab_version: z.string(),
  sandbox: z.enum(["deno", "bubblewrap"]).nullable(),
  sound: z.boolean(),
  steps: z.array(
    z.strictObject({ step, result: z.enum(["sound", "unsound", "not_run"]), looked_at: z.int().min(0) }),
  ),
  mistakes: z.strictObject({
    made: z.int().min(0),
    collected: z.int().min(0),
    caught: z.int().min(0),
    equivalent: z.int().min(0),
  }),
  changes: z
    .array(
      z.strictObject({
        kind: z.string(),
        effect: z.enum(["lost", "points", "none"]),
        cell: z.int().min(1).nullable(),
        cell_name: z.string().nullable(),
        message: z.string().min(1),
        way_out: z.string().min(1).nullable(),
      }),
    )
    .optional(),
  findings: z.array(
    z.strictObject({
      step,
      kind: z.string(),
      cell: z.int().min(1).nullable(),
      cell_name: z.string().nullable(),
      line: z.int().min(1).nullable(),
      message: z.string().min(1),
      way_out: z.string().min(1),
      tests: z.array(z.string()).optional(),
    }),
  ),
});

export interface CheckReport {
  readonly schema_version: typeof checkReportVersion;
  /** The instructor's notebook, as it was named. */
  readonly notebook: string;
  /** Null where the notebook's metadata do not say. */
  readonly assignment: { readonly name: string; readonly version: string } | null;
  readonly initlab_version: string;
  /** How answers were shut in; null where none ran. */
  readonly sandbox: "deno" | "bubblewrap" | null;
  readonly sound: boolean;
  /** `not_run`: an earlier finding makes it impossible. */
  readonly steps: readonly {
    readonly step: Step;
    readonly result: "sound" | "unsound" | "not_run";
    readonly looked_at: number;
  }[];
  readonly mistakes: MistakeCounts;
  /** What changes since an older notebook do to what was handed in, where that was asked for. */
  readonly changes?: readonly ReportedChange[] | undefined;
  readonly findings: readonly ReportedFinding[];
}

/** Wrong answers: made from the solution, and collected; `equivalent` ones do what the solution does. */
export interface MistakeCounts {
  readonly made: number;
  readonly collected: number;
  readonly caught: number;
  readonly equivalent: number;
}

export interface ReportedFinding {
  readonly step: Step;
  readonly kind: string;
  /** From 1; null where the notebook as a whole is meant. */
  readonly cell: number | null;
  /** The cell's grade_id, else its id. */
  readonly cell_name: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly way_out: string;
  readonly tests?: readonly string[] | undefined;
}

export function reportFinding(notebook: Notebook, finding: Finding): ReportedFinding {
  const { step, kind, cell, line, message, wayOut, tests } = finding;
  return {
    step,
    kind,
    cell: cell === undefined ? null : cell + 1,
    cell_name: cell === undefined ? null : (placeOf(notebook, cell).cellName ?? null),
    line: cell === undefined ? null : (line ?? 1),
    message,
    way_out: wayOut,
    ...(tests !== undefined && { tests }),
  };
}
