import type { GradeRun } from "../../support/gradeNotebooks.js";

/** The files of a run, and run.json without what tells of the run itself: its times, and how much of it was done before. */
export function finalFiles({ files }: Pick<GradeRun, "files">): Readonly<Record<string, unknown>> {
  const { "run.json": text, ...others } = files;
  const { started_at, ended_at, times, counts, ...run } = JSON.parse(text ?? "");
  const { reused, ...counted } = counts;
  return { ...others, "run.json": { ...run, counts: counted } };
}
