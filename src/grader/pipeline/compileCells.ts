import type { CellCompiler, Compiled } from "../compile/index.js";
import type { Program, ProgramCell } from "../match/index.js";

/**
 * Texts can be made so that reading a line of them takes seconds, or minutes: after so much of the compiler's time no
 * more is read. The largest notebook that is none of these takes two seconds.
 */
const mostSeconds = 12;
/** What a cell that could not be read counts for, however long that was tried. */
const secondsForRefused = 4;

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
  let seconds = 0;
  // One after the other, as the compiler reads them anyway: so cells of other submissions come in between.
  for (const cell of cells) {
    const isRead = seconds < mostSeconds || cell.role === "given";
    const compiled = !runs(cell) ? undefined : isRead ? await compiler.toScript(cell.source) : unread;
    seconds += secondsFor(compiled);
    scripts.push(compiled);
  }
  return scripts;
}

const unread: Compiled = {
  kind: "refused",
  reason: "the cells before it took the compiler too long, and it reads no more of this notebook",
};

/** As when they were first read: what is remembered from another notebook counts as much. */
function secondsFor(compiled: Compiled | undefined): number {
  if (compiled?.kind === "refused") return secondsForRefused;
  return compiled?.seconds ?? 0;
}

function runs({ role, cellType, skip }: ProgramCell): boolean {
  return role !== "test" && cellType === "code" && !skip;
}
