import { z } from "zod";
import type { Cell } from "../Notebook.js";

/**
 * What nbgrader (schema version 3) keeps in a cell's metadata.
 *
 * Source: nbgrader/nbgraderformat/v3.json
 */
export interface NbgraderMetadata {
  readonly schema_version: 3;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly task?: boolean | undefined;
  /** Unique in the notebook; present when one of the four above is true. */
  readonly grade_id?: string | undefined;
  /** At least 0; present when `grade` is true. */
  readonly points?: number | undefined;
  readonly checksum?: string | undefined;
  readonly cell_type?: Cell["cell_type"] | undefined;
}

/** nbgrader allows no other keys; ours go under `initlab`. */
export const nbgraderSchema: z.ZodType<NbgraderMetadata> = z.strictObject(
  {
    schema_version: z.literal(3, {
      error: ({ input }) =>
        input === undefined
          ? "should be 3, but is missing"
          : `should be 3, but is ${JSON.stringify(input)}: run "nbgrader update" on the notebook`,
    }),
    grade: z.boolean(),
    solution: z.boolean(),
    locked: z.boolean(),
    task: z.boolean().optional(),
    grade_id: z
      .string()
      .regex(/^[a-zA-Z0-9_-]*$/, { error: "should consist of letters, digits, _ and - only" })
      .optional(),
    points: z.number().min(0, { error: "should not be negative" }).optional(),
    checksum: z.string().length(32, { error: "should have 32 hexadecimal digits" }).optional(),
    cell_type: z.enum(["code", "markdown", "raw"]).optional(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has keys that nbgrader does not know: ${issue.keys.join(", ")}; put your own under "initlab"`
        : undefined,
  },
);

/** The nbgrader metadata of a cell as it stands there, unchecked; `undefined` when it has none. */
export function nbgraderOf(cell: Cell): NbgraderMetadata | undefined {
  const { nbgrader } = cell.metadata;
  return typeof nbgrader === "object" && nbgrader !== null ? (nbgrader as NbgraderMetadata) : undefined;
}
