import type { TestResult } from "../results/index.js";
import { printable } from "../submission/index.js";
import type { GradedTest } from "./Grade.js";
import { type Override, wholeSubmission } from "./Override.js";

export interface Decided {
  readonly tests: readonly GradedTest[];
  /** On the whole submission. */
  readonly override?: Override;
  /** Printable sentences. */
  readonly warnings: readonly string[];
}

/**
 * Puts a person's word in the place of what the grader found. Points above a test's maximum count as they are, and are
 * told, as is a word on a test that is not there.
 *
 * @param file what the overrides stand in, for warnings
 */
export function applyOverrides(
  found: readonly TestResult[],
  overrides: readonly Override[],
  file: string,
): Decided {
  const byTest = new Map(overrides.map((override) => [override.test, override]));
  const whole = byTest.get(wholeSubmission);
  const maxScore = found.reduce((sum, { max_points }) => sum + max_points, 0);
  const most = new Map([...found.map(mostPoints), [wholeSubmission, maxScore] as const]);
  return {
    tests: found.map((test) => decide(test, byTest.get(test.grade_id))),
    ...(whole !== undefined && { override: whole }),
    warnings: overrides.flatMap((override) => warn(override, most, file)),
  };
}

function mostPoints({ grade_id, max_points }: TestResult): readonly [string, number] {
  return [grade_id, max_points];
}

function decide(test: TestResult, override: Override | undefined): GradedTest {
  if (override === undefined) return test;
  const { points } = override;
  return { ...test, points, verdict: points >= test.max_points ? "passed" : "failed", override };
}

function warn(override: Override, most: ReadonlyMap<string, number>, file: string): readonly string[] {
  const { student, test, points, row } = override;
  const where = `${file}, row ${row}: ${printable(student)}`;
  const maxPoints = most.get(test);
  if (maxPoints === undefined) {
    const known = [...most.keys()].map((name) => printable(name)).join(", ");
    return [`${where} has no test "${printable(test)}", so the row does nothing. There are: ${known}.`];
  }
  if (points <= maxPoints) return [];
  return [`${where} gets ${points} points for ${printable(test)}, which has ${maxPoints}.`];
}
