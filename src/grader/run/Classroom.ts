import { join } from "node:path";
import type { Submission } from "../collect/index.js";
import {
  type Grade,
  makeGrade,
  type Overrides,
  readOverrides,
  readOverridesIfThere,
} from "../gradebook/index.js";
import type { Results } from "../results/index.js";
import { Attendance, type Lateness, latenessOf, type RosterEntry, readRoster } from "../roster/index.js";
import type { GradeRequest } from "./GradeRequest.js";

/** What is known of a submission beside its content. */
export interface Attended {
  readonly rosterEntry: RosterEntry | undefined;
  readonly lateness: Lateness | undefined;
}

/** Who takes the course, when submissions were due, and what persons decided. */
export class Classroom {
  readonly overrides: Overrides;
  readonly #attendance: Attendance | undefined;
  readonly #due: number | undefined;

  private constructor(overrides: Overrides, attendance: Attendance | undefined, due: number | undefined) {
    this.overrides = overrides;
    this.#attendance = attendance;
    this.#due = due;
  }

  /**
   * @param tell is told what is odd about the files, in printable sentences
   * @throws {UsageError} when one of the files is not as expected
   */
  static async open(
    { out, classFiles }: Pick<GradeRequest, "out" | "classFiles">,
    tell: (message: string) => void,
  ): Promise<Classroom> {
    const { roster: rosterFile, overrides: file, due } = classFiles;
    const roster = rosterFile === undefined ? undefined : await readRoster(rosterFile);
    const overrides =
      file === undefined ? await readOverridesIfThere(join(out, "overrides.csv")) : await readOverrides(file);
    overrides.warnings.forEach(tell);
    return new Classroom(overrides, roster && new Attendance(roster, tell), due);
  }

  /** Asked once for each submission, in their order. */
  attend(submission: Submission): Attended {
    const rosterEntry = this.#attendance?.entryOf(submission);
    return { rosterEntry, lateness: latenessOf(submission, this.#due, rosterEntry) };
  }

  gradeOf(submission: Submission, attended: Attended, folder: string, results: Results): Grade {
    return makeGrade({ submission, results, folder, overrides: this.overrides, ...attended });
  }

  /** Those of the roster who have not attended, when all submissions have been. */
  missing(): readonly RosterEntry[] {
    return this.#attendance?.missing() ?? [];
  }
}
