import { cellRole, type Notebook } from "../../notebook/index.js";
import type { Change } from "./Change.js";
import { compareCells, nounOf, pointsOf, type SignaturesOf } from "./compareCells.js";
import { nameOf, type Pairs, type Placed, pairCells } from "./pairCells.js";

/**
 * Tells what a change of the instructor's notebook does to submissions that were made from the notebook before.
 * What does nothing to them is not told: texts, solutions, cells without a role.
 *
 * @param signaturesOf the functions that a cell declares, with how they are called
 * @returns what concerns all of it first, then cell by cell in the order of the new notebook
 */
export function compareAssignments(
  old: Notebook,
  now: Notebook,
  signaturesOf: SignaturesOf,
): readonly Change[] {
  const pairs = pairCells(old, now);
  const cells = [
    ...pairs.kept.flatMap((pair) => compareCells(pair.old, pair.now, signaturesOf)),
    ...order(pairs),
    ...pairs.added.map(added),
    ...pairs.removed.map(removed),
  ];
  const general = [...imports(old, now), ...total(old, now)];
  return [...identity(old, now, general.length + cells.length > 0), ...general, ...cells];
}

function identity(old: Notebook, now: Notebook, isChanged: boolean): readonly Change[] {
  const [before, after] = [identityOf(old), identityOf(now)];
  const both = "Grade with --assignment NEW --assignment OLD: each submission is then graded with its own.";
  if (before.name !== after.name) {
    const message = `the assignment was called "${before.name}": submissions of that name are refused as wrong_assignment`;
    return [{ kind: "name", effect: "lost", message, wayOut: `Keep the name. Else: ${both}` }];
  }
  if (before.version !== after.version) {
    const message = `version ${before.version} has become ${after.version}: submissions of version ${before.version} are refused as wrong_assignment when they are graded with the new notebook alone`;
    return [{ kind: "version", effect: "lost", message, wayOut: both }];
  }
  if (!isChanged) return [];
  const message = `the version is still ${after.version}, so what was handed in is graded with the new notebook`;
  const wayOut = "Where that is not what you want, give the new one another version.";
  return [{ kind: "version", effect: "points", message, wayOut }];
}

function identityOf({ metadata }: Notebook): { readonly name: unknown; readonly version: unknown } {
  const { name, version } = (metadata.initlab ?? {}) as { name?: unknown; version?: unknown };
  return { name, version };
}

function imports(old: Notebook, now: Notebook): readonly Change[] {
  const [before, after] = [old, now].map(({ metadata }) => {
    const { imports } = (metadata.initlab ?? {}) as { imports?: unknown };
    return Array.isArray(imports) ? imports.map(String) : undefined;
  });
  if (after === undefined || before === undefined) return [];
  const gone = before.filter((name) => !after.includes(name));
  if (gone.length === 0) return [];
  const message = `submissions may no longer import ${gone.join(", ")}: cells that do so fail`;
  return [{ kind: "imports", effect: "lost", message, wayOut: "Leave it in the metadata initlab.imports." }];
}

function total(old: Notebook, now: Notebook): readonly Change[] {
  const [before, after] = [old, now].map(({ cells }) => cells.reduce((sum, cell) => sum + pointsOf(cell), 0));
  if (before === after) return [];
  const message = `there were ${before} points in all, and there are ${after}`;
  return [{ kind: "total", effect: "points", message }];
}

function order({ kept }: Pairs): readonly Change[] {
  let latest = -1;
  return kept.flatMap(({ old, now }): Change[] => {
    const isBehind = old.index < latest;
    latest = Math.max(latest, old.index);
    if (!isBehind || now.cell.cell_type !== "code") return [];
    const message = "it stands elsewhere: in every submission cells run in the new order";
    return [{ kind: "order", effect: "points", ...placed(now), message }];
  });
}

function added(one: Placed): Change {
  const role = cellRole(one.cell);
  const points = pointsOf(one.cell);
  const what = `it is new, ${nounOf[role]}`;
  if (role === "solution" || role === "manual" || role === "task") {
    const message = `${what}: what was handed in has nothing for it${points > 0 ? `, and 0 of ${points} points` : ""}`;
    const wayOut = "Grade what was handed in with the old assignment.";
    return { kind: "added", effect: "lost", ...placed(one), message, wayOut };
  }
  const worth = points > 0 ? ` and worth ${points} points` : "";
  return { kind: "added", effect: "points", ...placed(one), message: `${what}${worth}` };
}

function removed(one: Placed): Change {
  const role = cellRole(one.cell);
  const points = pointsOf(one.cell);
  const gone = points > 0 ? `, with its ${points} points` : "";
  const answer = role === "solution" ? "; the students' cells of it still run, as cells of their own" : "";
  const message = `it is gone (${nounOf[role]})${gone}${answer}`;
  return { kind: "removed", effect: "points", ...placed(one), message };
}

function placed(one: Placed): Pick<Change, "cell" | "cellName"> {
  const cellName = nameOf(one);
  return { cell: one.index, ...(cellName !== undefined && { cellName }) };
}
