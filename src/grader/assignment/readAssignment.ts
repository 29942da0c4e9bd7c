import { NotebookError, readNotebook } from "../../notebook/index.js";
import type { Assignment } from "../Assignment.js";
import { CellCompiler, type Compiled } from "../compile/index.js";
import { makeAssignment } from "./makeAssignment.js";

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
  const notebook = await readNotebook(file);
  try {
    return await makeAssignment(notebook, async (source, cell) => {
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
