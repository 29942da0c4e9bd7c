import type { MatchState, Submitted } from "./MatchState.js";

/**
 * Finds where the student's own cells go: for each of them the position in the assignment before which it runs, from
 * 0 to the number of cells.
 *
 * A cell follows what it follows in the submission: it runs right behind the cell above it. Where the cell below it
 * comes earlier in the assignment (an exercise was moved down, and takes its place again), it goes with that one: what
 * an answer needs stands above it as a rule, and it would be missing there, while a cell that runs too early costs
 * nothing but its own error. Cells between the same neighbours keep their order.
 */
export function placeExtras({ submitted, expected, owner }: MatchState): Map<Submitted, number> {
  const above: number[] = [];
  let last = -1;
  for (const { index } of submitted) {
    last = owner.get(index) ?? last;
    above.push(last);
  }
  const places = new Map<Submitted, number>();
  let next = expected.length;
  for (const one of submitted.toReversed()) {
    next = owner.get(one.index) ?? next;
    if (!owner.has(one.index)) places.set(one, Math.min((above[one.index] ?? -1) + 1, next));
  }
  return places;
}
