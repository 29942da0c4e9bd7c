import { readFile } from "node:fs/promises";
import { z } from "zod";
import { NotebookError } from "../../notebook/index.js";

/** An answer that somebody collected, wrong or unusual and right. */
export interface CollectedAnswer {
  readonly id: string;
  /** `accept` has to have all points, `wrong` has to lose some. */
  readonly verdict: "wrong" | "accept";
  /** The grade_id of the answer's cell, or how it ends: `zeros` for `initialize_parameters_zeros`. */
  readonly exercise: string;
  /** What is wrong or unusual, in a few words. */
  readonly kind: string;
  /** The whole cell. */
  readonly ts: string;
}

const answer = z.object({
  id: z.string(),
  verdict: z.enum(["wrong", "accept"]),
  exercise: z.string().min(1),
  kind: z.string(),
  ts: z.string(),
});
/** Entries of other kinds are about whole notebooks, and for other programs. */
const file = z.object({
  entries: z.array(z.union([answer, z.looseObject({ verdict: z.literal("notebook") })])),
});

/**
 * Reads the answers that are kept beside an assignment; none where there is no such file and none was asked for.
 *
 * @throws {NotebookError} when the file is not what it should be; it says where
 */
export async function readMistakes(path: string, isAskedFor: boolean): Promise<readonly CollectedAnswer[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    if (!isAskedFor) return [];
    throw new NotebookError("there is no such file.", { file: path });
  }
  const checked = file.safeParse(parse(text, path));
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const problem = `${issue?.path.join(".") || "the file"}: ${issue?.message}. An entry has id, verdict ("wrong" or "accept"), exercise, kind and ts.`;
    throw new NotebookError(problem, { file: path });
  }
  return checked.data.entries.filter(
    (entry): entry is CollectedAnswer => "ts" in entry && entry.verdict !== "notebook",
  );
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotebookError(`this is not JSON: ${(error as Error).message}.`, { file: path });
  }
}
