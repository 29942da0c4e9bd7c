import { compareStudents } from "../collect/compareStudents.js";
import type { TestResult } from "../results/index.js";
import type { RosterEntry } from "../roster/index.js";
import { printable } from "../submission/index.js";
import type { Grade, GradedTest } from "./Grade.js";
import type { GradeRow } from "./GradeRow.js";
import { wholeSubmission } from "./Override.js";
import { Overrides } from "./Overrides.js";

/** What carries points: a column of the gradebook. */
export interface Exercise {
  readonly gradeId: string;
  readonly maxPoints: number;
}

/**
 * The grades of a run, a line each, without the texts that are in every student's own files: ten thousand lines take a
 * few megabytes.
 */
export class Gradebook {
  readonly #exercises: Exercise[] = [];
  readonly #columns = new Map<string, number>();
  readonly #maxScore: number;
  readonly #rows: GradeRow[] = [];
  /** The same hints and sentences come again and again. */
  readonly #texts = new Map<string, string>();

  /** @param exercises of the assignment that is meant: the first columns, and what a missing student missed */
  constructor(exercises: readonly Exercise[] = []) {
    for (const exercise of exercises) this.#columnOf(exercise);
    this.#maxScore = Number(exercises.reduce((sum, { maxPoints }) => sum + maxPoints, 0).toFixed(9));
  }

  /** All that some submission had, those of other versions of the assignment last. */
  get exercises(): readonly Exercise[] {
    return this.#exercises;
  }

  /** In the order of the students' names. */
  rows(): readonly GradeRow[] {
    return this.#rows.toSorted((one, other) => compareStudents(one.student, other.student));
  }

  add(grade: Grade): void {
    const { folder, verdict, score, maxScore, lateness, needsPerson, tests, override } = grade;
    this.#rows.push({
      ...identityOf(grade),
      folder,
      handedIn: copied(handedIn(grade)),
      verdict,
      score,
      maxScore,
      ...this.#cells(tests),
      ...(lateness !== undefined && { lateness }),
      needsPerson: needsPerson.map((reason) => this.#once(reason)),
      overrides: [override, ...tests.map((test) => test.override)].filter((one) => one !== undefined),
    });
  }

  /**
   * Adds somebody who handed in nothing.
   *
   * @param overrides only a word on the whole submission can say anything
   * @returns what is odd about the overrides of the student, in printable sentences
   */
  addMissing(entry: RosterEntry, overrides: Overrides = Overrides.none()): readonly string[] {
    const words = overrides.of(entry.student);
    const override = words.findLast(({ test }) => test === wholeSubmission);
    this.#rows.push({
      ...identityOf({ ...entry, ids: {}, rosterEntry: entry }),
      verdict: "missing",
      score: override?.points ?? 0,
      maxScore: this.#maxScore,
      points: [],
      verdicts: [],
      hints: [],
      needsPerson: [],
      overrides: override === undefined ? [] : [override],
    });
    return words
      .filter(({ test }) => test !== wholeSubmission)
      .map(({ row }) => {
        const who = printable(entry.student);
        return `${overrides.name}, row ${row}: ${who} handed in nothing, so that only a row on * counts.`;
      });
  }

  #cells(tests: readonly GradedTest[]): Pick<GradeRow, "points" | "verdicts" | "hints"> {
    const points: GradeRow["points"][number][] = [];
    const verdicts: GradeRow["verdicts"][number][] = [];
    const hints: GradeRow["hints"][number][] = [];
    for (const test of tests) {
      const column = this.#columnOf({ gradeId: test.grade_id, maxPoints: test.max_points });
      points[column] = test.points;
      verdicts[column] = test.verdict;
      hints[column] = this.#hintOf(test);
    }
    // No holes: they would be passed over by whoever maps the columns.
    return { points: Array.from(points), verdicts: Array.from(verdicts), hints: Array.from(hints) };
  }

  #hintOf({ hint }: TestResult): string | undefined {
    return hint === undefined ? undefined : this.#once(hint);
  }

  #columnOf(exercise: Exercise): number {
    const found = this.#columns.get(exercise.gradeId);
    if (found !== undefined) return found;
    this.#columns.set(exercise.gradeId, this.#exercises.length);
    return this.#exercises.push(exercise) - 1;
  }

  #once(text: string): string {
    const found = this.#texts.get(text);
    if (found !== undefined) return found;
    const own = copied(text);
    this.#texts.set(own, own);
    return own;
  }
}

function identityOf({
  student,
  name,
  email,
  ids,
  rosterEntry,
}: Pick<Grade, "student" | "name" | "email" | "ids" | "rosterEntry">): Pick<
  GradeRow,
  "student" | "name" | "email" | "ids" | "rosterEntry"
> {
  return {
    student,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(ids !== undefined && { ids }),
    ...(rosterEntry !== undefined && { rosterEntry }),
  };
}

/** A notebook may lie in an archive that was handed in. */
function handedIn({ path, ids }: Grade): string {
  const segments = path.split("/");
  const number = ids?.canvas_file;
  const numbered = segments.find((segment) => number !== undefined && segment.includes(`_${number}_`));
  return numbered ?? segments.at(-1) ?? path;
}

/** A part of a long text keeps all of it in memory, until it is copied. */
function copied(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
