import type { Assignment, AssignmentCell } from "../Assignment.js";

/**
 * The answer cells that a test rests on: those that declare a name which the test mentions; where it mentions none,
 * those since the test before it.
 */
export function exerciseOf({ cells }: Assignment, test: AssignmentCell): readonly AssignmentCell[] {
  const words = new Set(test.source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
  const answers = cells.filter(({ role, cellType }) => role === "solution" && cellType === "code");
  const named = answers.filter(({ defines }) => defines.some((name) => words.has(name)));
  if (named.length > 0) return named;
  const position = cells.indexOf(test);
  const previous = cells.slice(0, position).findLastIndex(({ role }) => role === "test");
  return cells.slice(previous + 1, position).filter((cell) => answers.includes(cell));
}
