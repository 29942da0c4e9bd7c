import { NotebookError } from "../../notebook/index.js";
import type { Assignment } from "../Assignment.js";
import { CellCompiler, type Compiled } from "../compile/index.js";
import { addNames } from "./makeAssignment.js";
import type { AssignmentOutline } from "./outlineAssignment.js";
import { readOutline } from "./readOutline.js";

/**
 * Reads the instructor's notebook as the answer key.
 *
 * @param compiler reads its code cells; when left out, one is started for it alone
 * @throws {NotebookError} when the notebook is not sound, or a code cell is not TypeScript
 */
export async function readAssignment(
  file: string,
  compiler?: Pick<CellCompiler, "toScript">,
): Promise<Assignment> {
  if (compiler !== undefined) return read(file, compiler);
  const own = new CellCompiler({ globals: [] });
  try {
    return await read(file, own);
  } finally {
    own.end();
  }
}

async function read(file: string, compiler: Pick<CellCompiler, "toScript">): Promise<Assignment> {
  return completeAssignment(await readOutline(file), file, compiler);
}

/**
 * Adds to the outline of an answer key what only a compiler can tell.
 *
 * @param file where it was read, for messages
 * @throws {NotebookError} when a code cell is not TypeScript
 */
export async function completeAssignment(
  outline: AssignmentOutline,
  file: string,
  compiler: Pick<CellCompiler, "toScript">,
): Promise<Assignment> {
  try {
    return await addNames(outline, async (source, cell) => {
      const compiled = await compiler.toScript(source);
      if (compiled.kind !== "script") throw notCode(compiled, cell);
      return compiled.script.names.filter(({ kind }) => kind !== "import").map(({ name }) => name);
    });
  } catch (error) {
    throw error instanceof NotebookError ? error.inFile(file) : error;
  }
}

function notCode(compiled: Exclude<Compiled, { kind: "script" }>, cell: number): NotebookError {
  if (compiled.kind === "refused") return new NotebookError(`${compiled.reason}.`, { cell });
  const [first] = compiled.problems;
  return new NotebookError(`${first?.message ?? "it is not TypeScript"}.`, { cell, line: first?.line });
}
