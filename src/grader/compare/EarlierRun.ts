import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import { readTable, shownText, type TableRow } from "../csv/index.js";
import { type RunRecord, runRecordSchema } from "../reports/index.js";
import { type Results, resultsSchema } from "../results/index.js";
import { printable } from "../submission/index.js";

/** What an earlier run wrote about a student. */
export interface Earlier {
  readonly results: Results;
  /** The student's line in grades.csv, with what persons had decided. */
  readonly row: TableRow | undefined;
}

/** A folder of results that an earlier run wrote: this one's own folder, too, as long as it has not been written to. */
export class EarlierRun {
  readonly #folder: string;
  readonly #rows: ReadonlyMap<string, TableRow>;
  readonly #asked = new Set<string>();
  /** Where nothing or something else could be read. */
  readonly record: RunRecord | undefined;

  private constructor(folder: string, rows: ReadonlyMap<string, TableRow>, record: RunRecord | undefined) {
    this.#folder = folder;
    this.#rows = rows;
    this.record = record;
  }

  /** @throws {UsageError} when there are no results in the folder */
  static async open(folder: string): Promise<EarlierRun> {
    const names: readonly string[] = await readdir(folder).catch(() => []);
    const [hasTable, hasRecord] = ["grades.csv", "run.json"].map((name) => names.includes(name));
    if (!hasTable && !(await hasResults(folder, names))) {
      throw new UsageError(
        `--compare: expected the folder of an earlier run's results, got ${printable(folder, 300)}.`,
      );
    }
    const rows = hasTable ? (await readTable(join(folder, "grades.csv"))).rows : [];
    const byStudent = new Map(rows.map((row) => [row.cells.get("student") ?? "", row]));
    return new EarlierRun(folder, byStudent, hasRecord ? await readRecord(folder) : undefined);
  }

  /** @param folder of the student, below the one for all */
  async of(student: string, folder: string): Promise<Earlier | undefined> {
    const shown = shownText(student).trim();
    this.#asked.add(shown);
    const results = await readResults(join(this.#folder, folder));
    if (results?.student !== student) return undefined;
    return { results, row: this.#rows.get(shown) };
  }

  /** The students of whom nobody has asked, with their scores. Who had handed in nothing is not among them. */
  gone(): readonly { readonly student: string; readonly score: number }[] {
    const left = [...this.#rows].filter(([student]) => !this.#asked.has(student));
    return left
      .filter(([, { cells }]) => cells.get("verdict") !== "missing")
      .map(([student, { cells }]) => ({ student, score: Number(cells.get("total") ?? 0) }));
  }
}

async function hasResults(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const found = await stat(join(folder, name, "results.json")).catch(() => undefined);
    if (found?.isFile()) return true;
  }
  return false;
}

async function readResults(folder: string): Promise<Results | undefined> {
  try {
    return resultsSchema.parse(JSON.parse(await readFile(join(folder, "results.json"), "utf8")));
  } catch {
    return undefined;
  }
}

async function readRecord(folder: string): Promise<RunRecord | undefined> {
  try {
    return runRecordSchema.parse(JSON.parse(await readFile(join(folder, "run.json"), "utf8")));
  } catch {
    return undefined;
  }
}
