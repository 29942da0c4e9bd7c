import type { Gradebook, GradeRow } from "../gradebook/index.js";
import type { Verdict } from "../Verdict.js";
import { type RunRecord, runRecordSchema } from "./RunRecord.js";

/** What a run knows of itself beside its grades. */
export interface RunFacts extends Pick<RunRecord, "versions" | "sandbox" | "ended" | "assignments"> {
  /** Milliseconds since 1970, as is the end. */
  readonly started: number;
  readonly endedAt: number;
  /** As the command got it. What is undefined is left out, and the secret must not be in it. */
  readonly configuration: Readonly<Record<string, RunRecord["configuration"][string] | undefined>>;
  readonly reused: number;
}

/**
 * The text of `run.json`: what a run was made with, what it was told, how long it took and what came of it. The only
 * file of a run that two runs over the same submissions write differently.
 */
export function runJson(facts: RunFacts, gradebook: Gradebook): string {
  const record = runRecordOf(facts, gradebook);
  runRecordSchema.parse(record);
  return `${JSON.stringify(record, null, 2)}\n`;
}

function runRecordOf(facts: RunFacts, gradebook: Gradebook): RunRecord {
  const { versions, sandbox, started, endedAt, ended, assignments, configuration, reused } = facts;
  const rows = gradebook.rows();
  const submitted = rows.filter(({ verdict }) => verdict !== "missing");
  // A clock that was set back in between is nobody's fault.
  const seconds = Math.max(0, endedAt - started) / 1000;
  const graded = Math.max(0, submitted.length - reused);
  return {
    schema_version: 1,
    versions,
    sandbox,
    started_at: new Date(started).toISOString(),
    ended_at: new Date(endedAt).toISOString(),
    ended,
    assignments,
    configuration: Object.fromEntries(
      Object.entries(configuration).filter((entry): entry is [string, RunRecord["configuration"][string]] => {
        return entry[1] !== undefined;
      }),
    ),
    counts: {
      submissions: submitted.length,
      reused,
      missing: rows.length - submitted.length,
      late: rows.filter(({ lateness }) => lateness !== undefined && lateness.lateBySeconds !== 0).length,
      needs_person: rows.filter(({ needsPerson }) => needsPerson.length > 0).length,
      decided_by_person: rows.filter(({ overrides }) => overrides.length > 0).length,
      verdicts: verdictCounts(submitted),
    },
    scores: scoresOf(submitted),
    times: { seconds, graded_per_second: rounded(seconds === 0 ? 0 : graded / seconds) },
  };
}

function verdictCounts(rows: readonly GradeRow[]): Partial<Record<Verdict, number>> {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of rows) {
    if (verdict !== "missing") counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function scoresOf(rows: readonly GradeRow[]): RunRecord["scores"] {
  const scores = rows.map(({ score }) => score).sort((one, other) => one - other);
  const [lowest, highest] = [scores[0], scores.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const middle = (scores.length - 1) / 2;
  const median = ((scores[Math.floor(middle)] ?? 0) + (scores[Math.ceil(middle)] ?? 0)) / 2;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { mean: rounded(mean), median: rounded(median), lowest, highest };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
