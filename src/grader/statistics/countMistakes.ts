import type { Exercise, GradeRow } from "../gradebook/index.js";
import type { Verdict } from "../Verdict.js";
import type { Mistake, Summary } from "./Summary.js";

/** What is said in place of a hint where a verdict tells the mistake. */
const saidByVerdicts: Partial<Record<Verdict, string>> = {
  not_run: "Did not run: the function is not there, or its cell is not TypeScript.",
  timeout: "Ran out of time, as a loop does that never ends.",
  out_of_memory: "Ran out of memory.",
  crashed: "Ended its process, or gave back what no function may.",
  aborted: "Was stopped: it printed without end, or ended its process again and again.",
  type_error: "Does not type-check.",
};

/**
 * Counts hints, and verdicts that say enough without one. Hints that differ in numbers and in quoted texts alone, such
 * as a seed or the name of a variable, tell of one mistake. A student who makes it in several exercises counts once.
 */
export function countMistakes(
  exercises: readonly Exercise[],
  rows: readonly GradeRow[],
): Pick<Summary, "mistakes" | "withoutHint"> {
  const kinds = new Map<string, Kind>();
  const unexplained = new Set<GradeRow>();
  for (const row of rows) {
    for (const [column, { gradeId, maxPoints }] of exercises.entries()) {
      const verdict = row.verdicts[column];
      const hasAll = (row.points[column] ?? 0) >= maxPoints;
      const hint = row.hints[column] ?? (verdict && !hasAll ? saidByVerdicts[verdict] : undefined);
      if (hint !== undefined) note(kinds, hint, { gradeId, row });
      else if (verdict === "failed" && !hasAll) unexplained.add(row);
    }
  }
  const mistakes = [...kinds.values()].map(mistakeOf);
  return {
    mistakes: mistakes.toSorted((one, other) => other.students.length - one.students.length),
    withoutHint: [...unexplained],
  };
}

interface Kind {
  /** How often each text came. */
  readonly texts: Map<string, number>;
  readonly gradeIds: Set<string>;
  readonly students: Set<GradeRow>;
}

function note(
  kinds: Map<string, Kind>,
  hint: string,
  { gradeId, row }: { readonly gradeId: string; readonly row: GradeRow },
): void {
  const key = hint
    .replace(/"[^"]*"|`[^`]*`/g, '""')
    .replace(/(?<![\p{L}\p{N}_])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu, "0")
    .replace(/0(?:, 0)+/g, "0");
  const kind = kinds.get(key) ?? { texts: new Map(), gradeIds: new Set(), students: new Set() };
  kinds.set(key, kind);
  kind.texts.set(hint, (kind.texts.get(hint) ?? 0) + 1);
  kind.gradeIds.add(gradeId);
  kind.students.add(row);
}

function mistakeOf({ texts, gradeIds, students }: Kind): Mistake {
  const [hint = ""] = [...texts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return { hint, varies: texts.size > 1, gradeIds: [...gradeIds], students: [...students] };
}
