import type { Answer } from "./findAnswer.js";
import type { Expected, MatchState, Submitted } from "./MatchState.js";
import { movedCells } from "./movedCells.js";
import type { Repair, RepairKind } from "./Program.js";

/** Says what was put right, in the order of the assignment; first what concerns the whole notebook. */
export function tellRepairs(state: MatchState, answers: ReadonlyMap<number, Answer>): Repair[] {
  const isUnlabelled =
    state.submitted.some(({ squeezed }) => squeezed !== "") &&
    state.submitted.every(({ cell }) => cell.gradeId === undefined);
  const moved = movedOf(state);
  const repairs: Repair[] = isUnlabelled ? [unlabelled] : [];
  for (const expected of state.expected) {
    const answer = answers.get(expected.index);
    const found = state.found.get(expected.index)?.[0];
    if (answer !== undefined) repairs.push(...ofAnswer(state, expected, answer, isUnlabelled));
    else if (expected.cell.cellType === "code" || expected.cell.role === "manual") {
      repairs.push(...ofFixedCell(state, expected, found));
    }
    if (found !== undefined && moved.has(expected.index)) {
      repairs.push(
        repair(
          "moved",
          expected,
          `${cellOf(found)} (${nameOf(expected)}) stands elsewhere than in the assignment; it was put back into its place.`,
        ),
      );
    }
  }
  return repairs;
}

const unlabelled: Repair = {
  kind: "unlabelled",
  message:
    "The cells have lost the marks by which they are graded, as some editors do it; they were recognized by what stands in them.",
};

function ofAnswer(state: MatchState, expected: Expected, answer: Answer, isUnlabelled: boolean): Repair[] {
  const { cells, how, duplicates } = answer;
  const name = nameOf(expected);
  const [first] = cells;
  if (first === undefined) {
    return [
      repair("deleted", expected, `There is no cell with ${name}; the empty exercise was put in its place.`),
    ];
  }
  const repairs: Repair[] = [];
  const tell = (kind: RepairKind, message: string): number => repairs.push(repair(kind, expected, message));
  const ownerOfFirst = state.expected[state.owner.get(first.index) ?? expected.index] ?? expected;
  if (cells.length > 1) tell("split", `${name} was split over the ${listOf(cells)}; they were joined.`);
  if (!first.isCode)
    tell(
      "retyped",
      `${cellOf(first)} (${name}) was changed to ${first.cell.cellType}; it was graded as the code that it is.`,
    );
  if (ownerOfFirst !== expected) {
    tell(
      "merged",
      `The answer to ${name} stands in ${inText(first)}, together with ${nameOf(ownerOfFirst)}; it was taken from there.`,
    );
  } else if (how === "other cell" && !isUnlabelled) {
    tell(
      "moved",
      `The answer to ${name} stands in ${inText(first)} and not in its own cell; it was taken from there.`,
    );
  } else if (how === "likeness") {
    tell(
      "unlabelled",
      `${cellOf(first)} does not define ${expected.ownNames.join(", ") || name}, but was taken for the answer to ${name} because it is most like it.`,
    );
  }
  if (duplicates.length > 0 && how === "own cell") {
    tell("duplicated", `${name} is there ${duplicates.length + 1} times; ${inText(first)} counts.`);
  }
  return repairs;
}

function ofFixedCell(state: MatchState, expected: Expected, found: Submitted | undefined): Repair[] {
  const { role, cellType } = expected.cell;
  const name = nameOf(expected);
  if (found === undefined) {
    return [
      repair("deleted", expected, `The cell ${name} is missing; it was put back as it was handed out.`),
    ];
  }
  const where = `${cellOf(found)} (${name})`;
  const repairs: Repair[] = [];
  if (found.cell.cellType !== cellType) {
    repairs.push(
      repair(
        "retyped",
        expected,
        `${where} was changed from ${cellType} to ${found.cell.cellType}; it was graded as ${cellType}.`,
      ),
    );
  }
  if (role !== "manual" && role !== "text" && found.squeezed !== expected.released) {
    const kept =
      role === "test" ? "the assignment's own test was run instead" : "it was run as it was handed out";
    repairs.push(repair("changed", expected, `${where} is not for changing; ${kept}.`));
  }
  const copies = state.submitted.filter(
    (one) => one !== found && one.cell.gradeId !== undefined && one.cell.gradeId === expected.cell.gradeId,
  );
  if (copies.length > 0) {
    repairs.push(
      repair("duplicated", expected, `${name} is there ${copies.length + 1} times; ${inText(found)} counts.`),
    );
  }
  return repairs;
}

/** Texts between the cells that count may stand where they like. */
function movedOf({ submitted, expected, owner }: MatchState): ReadonlySet<number> {
  const positions = submitted
    .map(({ index }) => owner.get(index))
    .filter((position) => position !== undefined)
    .filter((position) => expected[position]?.cell.cellType === "code");
  return movedCells([...new Set(positions)]);
}

function repair(kind: RepairKind, { cell }: Expected, message: string): Repair {
  return { kind, ...(cell.gradeId !== undefined && { gradeId: cell.gradeId }), message };
}

function nameOf({ cell, index }: Expected): string {
  return cell.gradeId ?? `number ${index + 1} of the assignment`;
}

function cellOf({ index }: Submitted): string {
  return `Cell ${index + 1}`;
}

function inText({ index }: Submitted): string {
  return `cell ${index + 1}`;
}

function listOf(cells: readonly Submitted[]): string {
  return `cells ${cells.map(({ index }) => index + 1).join(", ")}`;
}
