import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Gradebook } from "../gradebook/index.js";
import { packings as allPackings, type Packing, packedFile, packFeedback } from "../packing/index.js";
import {
  canvasCsv,
  gradesCsv,
  moodleCsv,
  type PendingAnswer,
  pendingCsv,
  type RunFacts,
  runJson,
} from "../reports/index.js";
import { tellTimeless } from "../roster/index.js";
import { renderSummary } from "../summary/index.js";
import { pendingAnswers } from "./pendingAnswers.js";
import { tellStale } from "./tellStale.js";
import { writeChanged } from "./writeChanged.js";
import { writing } from "./writing.js";

/** Systems whose own table of grades can be written. */
export const gradeTables = ["moodle", "canvas"] as const;
export type GradeTable = (typeof gradeTables)[number];

export interface RunFileOptions {
  readonly out: string;
  /** What the assignment is called. */
  readonly assignment: string;
  /** When submissions were due, in milliseconds since 1970. */
  readonly due: number | undefined;
  readonly tables: readonly GradeTable[];
  readonly packings: readonly Packing[];
  /** Of the run, once all else is written. */
  readonly facts: () => RunFacts;
}

/**
 * Writes what a run says of all students.
 *
 * @returns what the systems will not take, or will take otherwise, in sentences
 * @throws {UsageError} when a file cannot be written
 */
export async function writeRunFiles(
  gradebook: Gradebook,
  { out, assignment, due, tables, packings, facts }: RunFileOptions,
): Promise<readonly string[]> {
  const handedIn = gradebook.rows().filter(({ verdict }) => verdict !== "missing");
  const warnings: string[] = [...tellTimeless(handedIn, due)];
  await writeChanged(join(out, "grades.csv"), gradesCsv(gradebook));
  await writePending(join(out, "pending.csv"), pendingAnswers(out, gradebook.rows()));
  await writeChanged(join(out, "summary.html"), renderSummary(gradebook, { assignment, due }));
  for (const table of new Set(tables)) {
    const made = table === "moodle" ? moodleCsv(gradebook) : canvasCsv(gradebook, assignment);
    await writeChanged(join(out, tableFile(table)), made.text);
    warnings.push(...made.warnings);
  }
  for (const packing of new Set(packings)) {
    const rows = gradebook.rows();
    const file = join(out, packedFile(packing));
    const packed = await writing(file, () => packFeedback({ packing, rows, out, assignment }));
    warnings.push(...packed.warnings);
  }
  const unasked = [
    ...gradeTables.filter((table) => !tables.includes(table)).map(tableFile),
    ...allPackings.filter((packing) => !packings.includes(packing)).map(packedFile),
  ];
  warnings.push(...(await tellStale(out, unasked)));
  // The last: whoever finds it finds all the others, too.
  await writeChanged(join(out, "run.json"), runJson(facts(), gradebook));
  return warnings;
}

const tableFile = (table: GradeTable): string => `grades.${table}.csv`;

/** Without answers to read there is no file: one of an earlier run would send somebody to work. */
async function writePending(file: string, answers: readonly PendingAnswer[]): Promise<void> {
  if (answers.length > 0) await writeChanged(file, pendingCsv(answers));
  else await writing(file, () => rm(file, { force: true }));
}
