import type { Assignment, AssignmentCell } from "../../grader/Assignment.js";
import { exerciseOf } from "../../grader/execution/exerciseOf.js";
import { lineMentioning } from "./checkStructure.js";
import type { Finding } from "./Finding.js";

/** A test cell and the answers that it judges. */
export interface Exercise {
  readonly test: AssignmentCell & { readonly gradeId: string };
  /** Position of the test cell. */
  readonly cell: number;
  readonly answers: readonly (AssignmentCell & { readonly gradeId: string })[];
}

export function exercisesOf(assignment: Assignment): Exercise[] {
  return assignment.cells.flatMap((test, cell) =>
    test.role === "test" && isNamed(test)
      ? [{ test, cell, answers: exerciseOf(assignment, test).filter(isNamed) }]
      : [],
  );
}

function isNamed<Of extends AssignmentCell>(cell: Of): cell is Of & { readonly gradeId: string } {
  return cell.gradeId !== undefined;
}

/** The answers of exercises as the instructor wrote them. */
export function solutionsOf(exercises: readonly Exercise[]): Map<string, string> {
  return new Map(exercises.flatMap(({ answers }) => answers.map(({ gradeId, source }) => [gradeId, source])));
}

/** Answers that no test judges. */
export function unjudgedAnswers(assignment: Assignment): Finding[] {
  const judged = new Set<AssignmentCell>(exercisesOf(assignment).flatMap(({ answers }) => answers));
  return assignment.cells.flatMap((cell, index): Finding[] => {
    if (cell.role !== "solution" || cell.cellType !== "code" || judged.has(cell)) return [];
    const message = "no test cell mentions what this answer defines, so nothing judges it";
    const wayOut = "Add a test cell (nbgrader: Autograder tests) after it that calls it.";
    return [{ step: "structure", kind: "unjudged-answer", cell: index, line: 1, message, wayOut }];
  });
}

/** Where in an exercise's test a finding belongs. */
export function placeIn({ test, cell, answers }: Exercise, hidden: boolean): Pick<Finding, "cell" | "line"> {
  const names = answers.flatMap(({ defines }) => defines);
  return { cell, line: lineMentioning(test.source, names, hidden && test.source !== test.released) };
}
