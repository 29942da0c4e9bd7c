import { likeness } from "../text/likeness.js";
import { assign, type Expected, type MatchState, type Submitted } from "./MatchState.js";

/** Texts with less in common than this are taken for different cells. */
export const leastLikeness = 0.6;

type Key = (state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]) => void;

/** From the surest sign to the weakest: each is tried for all cells before the next one is. */
const keys: readonly Key[] = [byGradeId, byId, byName, byText, byLikeness];

/** Finds the cells of the assignment that are no answers to exercises in the submission. */
export function pairFixedCells(state: MatchState): void {
  const solutions = state.expected.filter(({ cell }) => cell.role === "solution");
  const isAnswer = (one: Submitted): boolean => solutions.some((expected) => answers(one, expected));
  const candidates = state.submitted.filter((one) => one.squeezed !== "" && !isAnswer(one));
  const graded = state.submitted.filter(({ cell }) => cell.gradeId !== undefined);
  for (const key of keys) {
    const wanted = state.expected.filter(
      ({ cell, index }) => cell.role !== "solution" && !state.found.has(index),
    );
    // A grade_id binds even a cell that holds an answer: the answer is found there later.
    const pool = key === byGradeId ? graded : candidates;
    key(
      state,
      wanted,
      pool.filter(({ index }) => !state.owner.has(index)),
    );
  }
}

function answers({ cell, scan, isCode }: Submitted, expected: Expected): boolean {
  if (cell.gradeId !== undefined && cell.gradeId === expected.cell.gradeId) return true;
  return isCode && expected.ownNames.some((name) => scan.defines.has(name));
}

function byGradeId(state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]): void {
  const groups = groupBy(free, ({ cell }) => cell.gradeId);
  for (const expected of wanted) {
    const group = groups.get(expected.cell.gradeId) ?? [];
    take(state, expected, group.find(({ squeezed }) => squeezed === expected.released) ?? group[0]);
  }
}

function byId(state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]): void {
  const groups = groupBy(free, ({ cell }) => cell.id);
  for (const expected of wanted) take(state, expected, groups.get(expected.cell.id)?.[0]);
}

function byName(state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]): void {
  const code = free.filter(({ isCode }) => isCode);
  for (const expected of wanted) {
    if (expected.ownNames.length === 0) continue;
    const defining = code.find(
      ({ scan, index }) =>
        !state.owner.has(index) && expected.ownNames.some((name) => scan.defines.has(name)),
    );
    take(state, expected, defining);
  }
}

/** Where the same text stands in several cells, they are paired in their order. */
function byText(state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]): void {
  const groups = groupBy(free, ({ squeezed }) => squeezed);
  for (const expected of wanted) take(state, expected, groups.get(expected.released)?.shift());
}

/** The most alike first. Texts of the assignment need not be found when they were changed: they do not run. */
function byLikeness(state: MatchState, wanted: readonly Expected[], free: readonly Submitted[]): void {
  const pairs = wanted
    .filter(({ cell }) => cell.cellType === "code" || cell.role === "manual")
    .flatMap((expected) =>
      free
        .filter(({ cell }) => cell.cellType === expected.cell.cellType)
        .map((one) => ({ expected, one, value: likeness(expected.words, one.words, leastLikeness) })),
    )
    .filter(({ value }) => value >= leastLikeness)
    .sort((a, b) => b.value - a.value || a.expected.index - b.expected.index || a.one.index - b.one.index);
  for (const { expected, one } of pairs) {
    if (!state.found.has(expected.index)) take(state, expected, one);
  }
}

function take(state: MatchState, expected: Expected, one: Submitted | undefined): void {
  if (one !== undefined && !state.owner.has(one.index)) assign(state, expected, [one]);
}

function groupBy<Value>(
  all: readonly Submitted[],
  keyOf: (one: Submitted) => Value | undefined,
): Map<Value | undefined, Submitted[]> {
  const groups = new Map<Value | undefined, Submitted[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
