import type { CellCompiler, Compiled } from "../compile/index.js";
import type { Program, ProgramCell } from "../match/index.js";

/** Texts can be made so that reading a line of them takes minutes: after so many of them no more is read. */
const mostRefused = 3;

/**
 * Makes scripts of a program's cells. Test cells run elsewhere, and have none; nor have texts, and what is skipped.
 *
 * @returns by position in the program
 */
export async function compileCells(
  compiler: Pick<CellCompiler, "toScript">,
  { cells }: Program,
): Promise<readonly (Compiled | undefined)[]> {
  const scripts: (Compiled | undefined)[] = [];
  let refused = 0;
  // One after the other, as the compiler reads them anyway: so cells of other submissions come in between.
  for (const cell of cells) {
    const isRead = refused < mostRefused || cell.role === "given";
    const compiled = !runs(cell) ? undefined : isRead ? await compiler.toScript(cell.source) : unread;
    if (compiled?.kind === "refused") refused++;
    scripts.push(compiled);
  }
  return scripts;
}

const unread: Compiled = {
  kind: "refused",
  reason: `the compiler could not read ${mostRefused} cells before it, and reads no more of this notebook`,
};

function runs({ role, cellType, skip }: ProgramCell): boolean {
  return role !== "test" && cellType === "code" && !skip;
}
