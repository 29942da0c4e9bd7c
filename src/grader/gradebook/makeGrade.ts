import type { Identity } from "../collect/index.js";
import { overallVerdict, type Results } from "../results/index.js";
import type { Lateness, RosterEntry } from "../roster/index.js";
import type { Verdict } from "../Verdict.js";
import { applyOverrides, type Decided } from "./applyOverrides.js";
import type { Grade } from "./Grade.js";
import type { Overrides } from "./Overrides.js";
import { reasonsForPerson } from "./reasonsForPerson.js";

export interface GradeParts {
  readonly submission: Identity & { readonly path: string };
  readonly results: Results;
  /** Where the student's files are, below the folder for all. */
  readonly folder: string;
  readonly overrides?: Overrides;
  readonly rosterEntry?: RosterEntry | undefined;
  readonly lateness?: Lateness | undefined;
}

/** Puts together what a student gets: what the grader found, a person's word, the roster and lateness. */
export function makeGrade({
  submission,
  results,
  folder,
  overrides,
  rosterEntry,
  lateness,
}: GradeParts): Grade {
  const { student, path, ids } = submission;
  const name = rosterEntry?.name ?? submission.name;
  const email = rosterEntry?.email ?? submission.email;
  const decided = applyOverrides(
    results.tests,
    overrides?.of(student, rosterEntry?.student) ?? [],
    overrides?.name ?? "",
  );
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(ids !== undefined && { ids }),
    folder,
    path,
    ...(lateness !== undefined && { lateness }),
    ...(rosterEntry !== undefined && { rosterEntry }),
    results,
    ...decided,
    ...countOf(decided, results.max_score),
    needsPerson: decided.override === undefined ? reasonsForPerson(decided.tests) : [],
  };
}

function countOf(
  { tests, override }: Decided,
  maxScore: number,
): { readonly verdict: Verdict; readonly score: number; readonly maxScore: number } {
  if (override !== undefined) {
    const { points } = override;
    return { verdict: points >= maxScore ? "passed" : "failed", score: points, maxScore };
  }
  return {
    verdict: overallVerdict(tests.map(({ verdict }) => verdict)),
    // What doubles leave over at the end is nobody's.
    score: Number(tests.reduce((sum, { points }) => sum + points, 0).toFixed(9)),
    maxScore,
  };
}
