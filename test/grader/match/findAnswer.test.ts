import { describe, expect, it } from "vitest";
import type { Assignment, AssignmentCell } from "../../../src/grader/Assignment.js";
import { findAnswer } from "../../../src/grader/match/findAnswer.js";
import { matchState } from "../../../src/grader/match/MatchState.js";
import { pairFixedCells } from "../../../src/grader/match/pairFixedCells.js";
import type { SubmissionCell } from "../../../src/grader/submission/index.js";

const stub = 'function grow(h: number): number {\n  throw new Error("grow is not written yet");\n}';
const answer = "function grow(h: number): number {\n  return 2 * h;\n}";
const plain = { cellType: "code", points: 0, skip: false, released: "" } as const;
const cells: readonly AssignmentCell[] = [
  { ...plain, role: "given", gradeId: "stand-in", source: stub, released: stub, defines: ["grow"] },
  {
    ...plain,
    role: "solution",
    gradeId: "grow",
    source: answer,
    released: "// Write grow here.",
    defines: ["grow"],
  },
];
const assignment: Assignment = { name: "Trees", version: "1", hash: "", imports: [], cells };

function find(...handedIn: readonly (readonly [source: string, gradeId?: string])[]) {
  const submitted = handedIn.map(
    ([source, gradeId]): SubmissionCell => ({
      cellType: "code",
      source,
      skip: false,
      ...(gradeId !== undefined && { gradeId }),
    }),
  );
  const state = matchState({ kind: "notebook", hash: "", cells: submitted, notes: [] }, assignment);
  pairFixedCells(state);
  const { source, how, isUntouched } = findAnswer(state, state.expected[1]!);
  return { source, how, isUntouched };
}

describe("findAnswer", () => {
  it("takes no stand-in for an answer, though it defines the function: it is what the assignment gave", () => {
    const found = find([stub, "stand-in"], ["// Write grow here.", "grow"]);
    expect(found).toEqual({ source: "// Write grow here.", how: "untouched", isUntouched: true });
  });

  it("takes no stand-in for an answer where the exercise's own cell is gone", () => {
    expect(find([stub, "stand-in"]).isUntouched).toBe(true);
  });

  it("takes the cell of a stand-in for an answer when the student wrote the function there", () => {
    const found = find([answer, "stand-in"], ["// Write grow here.", "grow"]);
    expect(found).toEqual({ source: answer, how: "other cell", isUntouched: false });
  });

  it("takes the exercise's own cell before anything else", () => {
    const found = find([answer, "stand-in"], [answer.replace("2", "3"), "grow"]);
    expect(found).toEqual({ source: answer.replace("2", "3"), how: "own cell", isUntouched: false });
  });
});
