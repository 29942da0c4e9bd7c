import { join } from "node:path";
import type { GradeRow } from "../gradebook/index.js";
import type { PendingAnswer } from "../reports/index.js";
import { readStored } from "./readStored.js";

/** The answers on which no person has decided, read back from the results: the gradebook keeps no texts. */
export function pendingAnswers(out: string, rows: readonly GradeRow[]): PendingAnswer[] {
  return rows.flatMap((row) => {
    const { folder, verdicts, student, name, overrides } = row;
    if (folder === undefined || !verdicts.includes("pending")) return [];
    const isDecided = (test: string) => overrides.some((word) => word.test === test || word.test === "*");
    const tests = readStored(join(out, folder))?.tests ?? [];
    return tests
      .filter(({ verdict, grade_id }) => verdict === "pending" && !isDecided(grade_id))
      .map(({ grade_id: test, max_points: maxPoints, answer: text = "" }) => ({
        ...{ student, test, maxPoints, text },
        ...(name !== undefined && { name }),
      }));
  });
}
