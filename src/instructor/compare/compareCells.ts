import { type Cell, type CellRole, cellRole, nbgraderOf } from "../../notebook/index.js";
import type { Change } from "./Change.js";
import { nameOf, type Placed } from "./pairCells.js";

/** The functions and classes that a cell declares, with how they are called. */
export type SignaturesOf = (source: string) => ReadonlyMap<string, string>;

/** What became of one cell. */
export function compareCells(old: Placed, now: Placed, signaturesOf: SignaturesOf): readonly Change[] {
  const changes = [
    renamed(old, now),
    role(old.cell, now.cell),
    points(old.cell, now.cell),
    ...sources(old.cell, now.cell, signaturesOf),
    skipped(old.cell, now.cell),
  ];
  const cellName = nameOf(now);
  return changes
    .filter((change) => change !== undefined)
    .map((change) => ({ ...change, cell: now.index, ...(cellName !== undefined && { cellName }) }));
}

export const nounOf: Readonly<Record<CellRole, string>> = {
  solution: "an answer that tests judge",
  manual: "an answer that a person judges",
  tests: "tests",
  task: "a task that a person judges",
  "read-only": "given",
  plain: "without a role",
};

function renamed(old: Placed, now: Placed): Change | undefined {
  const [before, after] = [nameOf(old), nameOf(now)];
  if (before === after) return undefined;
  const message = `its grade_id was "${before}": initlab still finds it by the cell's id, where that was kept; nbgrader takes the cell for missing`;
  return { kind: "renamed", effect: "lost", message, wayOut: `Give it back the grade_id "${before}".` };
}

function role(old: Cell, now: Cell): Change | undefined {
  const [before, after] = [cellRole(old), cellRole(now)];
  if (before === after && old.cell_type === now.cell_type) return undefined;
  const was = before === after ? `a ${old.cell_type} cell` : nounOf[before];
  const is = before === after ? `a ${now.cell_type} cell` : nounOf[after];
  const wasAnswer = before === "solution" || before === "manual";
  const isAnswer = after === "solution" || after === "manual";
  const consequence = wasAnswer && !isAnswer ? "; what students wrote there no longer counts" : "";
  return {
    kind: "role",
    effect: wasAnswer && !isAnswer ? "lost" : "points",
    message: `it was ${was} and is ${is}${consequence}`,
  };
}

/** Points of the cell, where it is graded. */
export function pointsOf(cell: Cell): number {
  const isGraded = ["tests", "manual", "task"].includes(cellRole(cell));
  return isGraded ? (nbgraderOf(cell)?.points ?? 0) : 0;
}

function points(old: Cell, now: Cell): Change | undefined {
  const [before, after] = [pointsOf(old), pointsOf(now)];
  if (before === after) return undefined;
  return { kind: "points", effect: "points", message: `it was worth ${before} points and is worth ${after}` };
}

function sources(old: Cell, now: Cell, signaturesOf: SignaturesOf): readonly Change[] {
  if (old.source === now.source || now.cell_type !== "code" || cellRole(old) !== cellRole(now)) return [];
  if (cellRole(now) === "solution") return signatures(signaturesOf(old.source), signaturesOf(now.source));
  if (cellRole(now) === "tests") {
    const message = "its tests are others: graded again, answers may have other points";
    return [{ kind: "tests", effect: "points", message }];
  }
  if (cellRole(now) !== "read-only") return [];
  const changed = signatures(signaturesOf(old.source), signaturesOf(now.source));
  const message = "given code is replaced in every submission: answers run beside the new one";
  return [{ kind: "given", effect: "points", message }, ...changed];
}

function signatures(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  const gone = [...before].flatMap(([name, old]): Change[] => {
    const now = after.get(name);
    if (now === old) return [];
    const message =
      now === undefined
        ? `it defined ${name}${old}, which is gone; answers define it, and what is called now they do not`
        : `${name}${old} has become ${name}${now}: answers written for the old one may not fit`;
    const wayOut = "Let the tests take both, or grade what was handed in with the old assignment.";
    return [{ kind: "signature", effect: "lost", message, wayOut }];
  });
  const isNew = [...after.keys()].filter((name) => !before.has(name));
  if (isNew.length === 0) return gone;
  const message = `it defines ${isNew.join(", ")}, too, which answers that were handed in do not`;
  const wayOut = "Grade what was handed in with the old assignment, or give these as code of their own.";
  return [...gone, { kind: "signature", effect: "lost", message, wayOut }];
}

function skipped(old: Cell, now: Cell): Change | undefined {
  const isSkipped = ({ metadata: { tags } }: Cell): boolean =>
    Array.isArray(tags) && tags.includes("skip-grading");
  if (isSkipped(old) === isSkipped(now)) return undefined;
  const message = isSkipped(now) ? "the grader no longer runs it" : "the grader runs it now";
  return { kind: "skipped", effect: "points", message };
}
