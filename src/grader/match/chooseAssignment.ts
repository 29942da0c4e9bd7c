import type { Assignment } from "../Assignment.js";
import { printable, type SubmissionNotebook } from "../submission/index.js";
import { matchState } from "./MatchState.js";
import { pairFixedCells } from "./pairFixedCells.js";

export type Choice =
  | { readonly kind: "assignment"; readonly assignment: Assignment }
  | { readonly kind: "wrong_assignment"; readonly reason: string };

/**
 * Decides which of the given assignments a submission answers: other assignments, or several versions of one.
 *
 * The release wrote name and version into the notebook's metadata. Where they are there, they decide. Where an editor
 * took them away, it is the assignment of which most cells are found; the first one given, when several are equal.
 *
 * @param assignments at least one; the one that is meant first
 */
export function chooseAssignment(submission: SubmissionNotebook, assignments: readonly Assignment[]): Choice {
  const { release } = submission;
  if (release === undefined) return chooseByContent(submission, assignments);
  const assignment = assignments.find(
    ({ name, version }) => name === release.name && version === release.version,
  );
  if (assignment !== undefined) return { kind: "assignment", assignment };
  return { kind: "wrong_assignment", reason: reasonOf(release, assignments) };
}

function reasonOf(release: { name: string; version: string }, assignments: readonly Assignment[]): string {
  const [name, version] = [printable(release.name), printable(release.version)];
  const versions = assignments.filter((one) => one.name === release.name).map((one) => one.version);
  if (versions.length === 0) {
    const names = [...new Set(assignments.map((one) => one.name))].join(", ");
    return `this is the notebook of the assignment "${name}", not of ${names}.`;
  }
  return `this notebook was made from version ${version} of "${name}", but is to be graded against version ${versions.join(", ")}. Hand in the current one, or have it graded with the assignment of version ${version}.`;
}

function chooseByContent(submission: SubmissionNotebook, assignments: readonly Assignment[]): Choice {
  let best: { assignment: Assignment; value: number } | undefined;
  for (const assignment of assignments) {
    const value = commonPart(submission, assignment);
    if (value > (best?.value ?? 0)) best = { assignment, value };
  }
  if (best !== undefined) return { kind: "assignment", assignment: best.assignment };
  const names = [...new Set(assignments.map(({ name }) => name))].join(", ");
  return {
    kind: "wrong_assignment",
    reason: `nothing in this notebook belongs to ${names}, and it does not say which assignment it is.`,
  };
}

/** The part of the assignment's cells that are found. Answers count by what they define or are called. */
function commonPart(submission: SubmissionNotebook, assignment: Assignment): number {
  const state = matchState(submission, assignment);
  pairFixedCells(state);
  const answered = state.expected.filter(
    ({ cell, ownNames }) =>
      cell.role === "solution" &&
      state.submitted.some(
        ({ cell: { gradeId }, scan }) =>
          (gradeId !== undefined && gradeId === cell.gradeId) ||
          ownNames.some((name) => scan.defines.has(name)),
      ),
  );
  return (state.found.size + answered.length) / Math.max(state.expected.length, 1);
}
