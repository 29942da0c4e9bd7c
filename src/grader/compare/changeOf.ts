import { type Grade, type Override, wholeSubmission } from "../gradebook/index.js";
import { printable } from "../submission/index.js";
import type { Change, ChangedTest } from "./Change.js";
import type { Earlier } from "./EarlierRun.js";
import { type Configuration, whyChanged } from "./whyChanged.js";

/**
 * What is different in a student's score, test by test.
 *
 * @returns nothing where no points are
 */
export function changeOf(
  earlier: Earlier,
  grade: Grade,
  configurations: readonly [Configuration | undefined, Configuration],
): Change | undefined {
  const { results, row } = earlier;
  const why = (): readonly string[] => whyChanged(results, grade.results, configurations);
  const wasDecided = Number(row?.cells.get("decided_by_person") ?? 0) > 0;
  const ids = [...grade.tests, ...results.tests].map(({ grade_id }) => grade_id);
  const tests = [...new Set(ids)].flatMap((id) => {
    const found = results.tests.find(({ grade_id }) => grade_id === id)?.points;
    const before = found === undefined ? undefined : (numberIn(earlier, id) ?? found);
    const test = grade.tests.find(({ grade_id }) => grade_id === id);
    if (before === test?.points) return [];
    const now = grade.results.tests.find(({ grade_id }) => grade_id === id)?.points;
    const byPerson = personsReason(test?.override, wasDecided && before !== found);
    const reasons = [...(found === now ? [] : why()), ...byPerson];
    return [changed(id, before, test?.points, reasons.length > 0 ? reasons : [stopped])];
  });
  const before = numberIn(earlier, "total") ?? results.score;
  if (tests.length === 0 && before === grade.score) return undefined;
  const wholeReasons = personsReason(grade.override, wasDecided);
  const isWhole = grade.override !== undefined || tests.length === 0;
  const whole =
    isWhole && before !== grade.score ? [changed(wholeSubmission, before, grade.score, wholeReasons)] : [];
  return { student: grade.student, before, after: grade.score, tests: [...tests, ...whole] };
}

const stopped = "a run that was stopped had graded it again already";

/** Points as they counted then, with what persons had decided. */
function numberIn({ row }: Earlier, column: string): number | undefined {
  const text = row?.cells.get(column) ?? "";
  return text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
}

function personsReason(override: Override | undefined, wasDecided: boolean): readonly string[] {
  if (override !== undefined)
    return [`decided by ${printable(override.who)}: ${printable(override.why, 200)}`];
  return wasDecided ? ["what a person had decided no longer counts"] : [];
}

function changed(
  test: string,
  before: number | undefined,
  after: number | undefined,
  reasons: readonly string[],
): ChangedTest {
  return {
    test,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    reasons: reasons.length > 0 ? reasons : [stopped],
  };
}
