import { shownText } from "../csv/index.js";
import { printable } from "../submission/index.js";
import type { Override } from "./Override.js";

/** How many students a warning names. */
const mostNamed = 5;

/** What persons decided, by student and test. Of several rows on the same test the last one counts. */
export class Overrides {
  /** For messages: the file's name. */
  readonly name: string;
  /** What is odd about the table itself. Printable sentences. */
  readonly warnings: readonly string[];
  readonly #students = new Map<string, Map<string, Override>>();
  readonly #asked = new Set<string>();

  constructor(name: string, rows: readonly Override[]) {
    this.name = name;
    this.warnings = rows.flatMap((row) => this.#add(row));
  }

  static none(): Overrides {
    return new Overrides("overrides.csv", []);
  }

  /**
   * Those of a student, in the order of their rows.
   *
   * @param names what the student is called; in the table a name may stand as grades.csv shows it
   */
  of(...names: readonly (string | undefined)[]): readonly Override[] {
    const keys = names.flatMap((name) => (name === undefined ? [] : [keyOf(name), keyOf(shownText(name))]));
    const found = [...new Set(keys)].filter((key) => this.#students.has(key));
    for (const key of found) this.#asked.add(key);
    return found
      .flatMap((key) => [...(this.#students.get(key)?.values() ?? [])])
      .sort((one, other) => one.row - other.row);
  }

  /** What to say, when everybody was asked for, of the rows of students who were not. */
  unasked(): readonly string[] {
    const left = [...this.#students].filter(([student]) => !this.#asked.has(student));
    if (left.length === 0) return [];
    const named = left.slice(0, mostNamed).map(([student, rows]) => {
      const numbers = [...rows.values()].map(({ row }) => row);
      return `${printable(student)} (row ${numbers.join(", ")})`;
    });
    const more = left.length > mostNamed ? `, and ${left.length - mostNamed} more` : "";
    return [`${this.name}: these students are not in this run: ${named.join(", ")}${more}.`];
  }

  #add(override: Override): readonly string[] {
    const student = keyOf(override.student);
    const tests = this.#students.get(student) ?? new Map<string, Override>();
    this.#students.set(student, tests);
    const earlier = tests.get(override.test);
    tests.set(override.test, override);
    if (earlier === undefined) return [];
    const what = `${printable(override.student)}, ${printable(override.test)}`;
    return [
      `${this.name}, row ${override.row}: counts instead of row ${earlier.row}, which is on the same: ${what}.`,
    ];
  }
}

function keyOf(student: string): string {
  return student.normalize("NFC").trim();
}
