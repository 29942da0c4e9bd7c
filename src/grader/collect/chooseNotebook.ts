import { type FoundFile, isCheckpoint, isNotebook, nameOf, stemOf } from "../files/index.js";
import { printable } from "../submission/index.js";
import { byName } from "./byName.js";

/** Which of a student's files counts, or why none does. */
export type Chosen =
  | { readonly file: FoundFile; readonly notes: readonly string[] }
  | { readonly file?: undefined; readonly reason: string };

/**
 * Chooses among the files of one student: the notebook that is called like the assignment; else one that has the
 * assignment's name in its own (`Initialization (2).ipynb`); else any. Of several the last one by name counts, where
 * 10 comes after 9. Jupyter's automatic copies (checkpoints) never count unless they were named.
 *
 * @param wereNamed whether these files were named one by one, so that each may count
 */
export function chooseNotebook(
  files: readonly FoundFile[],
  assignment: string,
  wereNamed: boolean = false,
): Chosen {
  const notebooks = files.filter((file) => wereNamed || isNotebook(file));
  const candidates = notebooks.filter((file) => wereNamed || !isCheckpoint(file));
  const ranked = candidates.toSorted(
    (a, b) => rankOf(a, assignment) - rankOf(b, assignment) || compare(a, b),
  );
  const file = ranked.at(-1);
  if (file === undefined) return { reason: reasonOf(files, notebooks.length > 0) };
  // Not the whole path: what is told must not depend on where the class's folder lies.
  const others = ranked.slice(0, -1).map(({ segments }) => printable(segments.join("/"), 200));
  return { file, notes: [...checkpointNotes(file), ...othersNotes(file, others)] };
}

function rankOf(file: FoundFile, assignment: string): number {
  const [stem, wanted] = [stemOf(nameOf(file)).toLowerCase(), assignment.toLowerCase()];
  const isCopy = /-checkpoint$/.test(stem) ? 0 : 0.5;
  if (stem === wanted) return 2 + isCopy;
  return (stem.includes(wanted) ? 1 : 0) + isCopy;
}

function compare(a: FoundFile, b: FoundFile): number {
  const order = byName.compare(a.segments.join("/"), b.segments.join("/"));
  return order || (a.path < b.path ? -1 : 1);
}

function checkpointNotes(file: FoundFile): string[] {
  if (!/-checkpoint$/i.test(stemOf(nameOf(file)))) return [];
  return [
    `${printable(nameOf(file))} is an automatic copy (checkpoint), which may be older than the notebook.`,
  ];
}

const mostShown = 5;

function othersNotes(file: FoundFile, others: readonly string[]): string[] {
  if (others.length === 0) return [];
  const more = others.length > mostShown ? ` and ${others.length - mostShown} more` : "";
  const list = others.slice(0, mostShown).join(", ");
  return [`Several notebooks were handed in; ${printable(nameOf(file))} counts, not: ${list}${more}.`];
}

function reasonOf(files: readonly FoundFile[], areCheckpoints: boolean): string {
  if (areCheckpoints) {
    return "only an automatic copy (a checkpoint, in .ipynb_checkpoints) was handed in. Hand in the notebook itself.";
  }
  const names = files.slice(0, mostShown).map((file) => printable(nameOf(file)));
  return `no notebook was handed in${names.length === 0 ? "" : `; there is only: ${names.join(", ")}`}. Hand in the .ipynb file.`;
}
