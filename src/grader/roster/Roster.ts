import type { Identity } from "../Identity.js";
import { RosterIndex } from "./RosterIndex.js";

/** A line of the roster. */
export interface RosterEntry {
  /** As submissions call the student, as far as the roster knows. */
  readonly student: string;
  readonly name?: string;
  readonly email?: string;
  /** When the student handed in, where the roster says so: milliseconds since 1970. */
  readonly submitted?: number;
  /** All that the line says, by the headers as in the file. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Who takes the course. */
export class Roster {
  /** In the order of the file. */
  readonly entries: readonly RosterEntry[];
  readonly #index: RosterIndex;

  constructor(entries: readonly RosterEntry[]) {
    this.entries = entries;
    this.#index = new RosterIndex(entries);
  }

  /**
   * The line of whom a submission belongs to. Looked for in all columns are, one after the other: what the layout calls
   * the student, the e-mail, the ids, the name; case does not count. What several lines have says nothing.
   *
   * @param who a submission, or what the student may be called
   * @returns `undefined` when no line fits, or ids say one and the name another
   */
  find(who: Identity | string): RosterEntry | undefined {
    const { student, email, ids, name }: Identity = typeof who === "string" ? { student: who } : who;
    // Numbers of files and submissions are nobody's, and might be somebody's by chance.
    const numbers = [ids?.moodle_participant, ids?.canvas_user, ids?.gradescope_sid];
    const certain = this.#first([student, email], (text) => this.#index.byText(text));
    if (certain !== undefined) return certain;
    const numbered = this.#first(numbers, (text) => this.#index.byText(text));
    const named = this.#first([name, student], (text) => this.#index.byName(text));
    return numbered !== undefined && named !== undefined && numbered !== named
      ? undefined
      : (numbered ?? named);
  }

  #first(
    texts: readonly (string | undefined)[],
    look: (text: string) => RosterEntry | undefined,
  ): RosterEntry | undefined {
    for (const text of texts) {
      const found = text === undefined ? undefined : look(text);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
