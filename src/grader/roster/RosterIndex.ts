import type { RosterEntry } from "./Roster.js";

type Index = Map<string, RosterEntry | undefined>;

/** Finds lines of a roster by what stands in them; what stands in several finds none. */
export class RosterIndex {
  readonly #students: Index = new Map();
  readonly #texts: Index = new Map();
  readonly #names: Index = new Map();

  constructor(entries: readonly RosterEntry[]) {
    for (const entry of entries) {
      for (const text of withNumber(entry.student)) add(this.#students, text, entry);
      for (const text of textsOf(entry)) add(this.#texts, text, entry);
      for (const name of namesOf(entry.name ?? "")) add(this.#names, name, entry);
    }
  }

  /** By what tells students apart; else by any column, be it a grade by chance. */
  byText(text: string): RosterEntry | undefined {
    const key = folded(text);
    return this.#students.get(key) ?? this.#texts.get(key);
  }

  /** By a name, whatever stands first in it, and whatever stands between its parts. */
  byName(name: string): RosterEntry | undefined {
    return this.#names.get(squeezed(name));
  }
}

function add(index: Index, key: string, entry: RosterEntry): void {
  if (key === "") return;
  index.set(key, index.has(key) && index.get(key) !== entry ? undefined : entry);
}

function textsOf({ email = "", ids }: RosterEntry): Set<string> {
  // Accounts are often what stands before the @.
  const texts = [email, email.replace(/@.*/, ""), ...Object.values(ids)];
  return new Set(texts.flatMap(withNumber));
}

/** Moodle writes "Participant 1234567", in the language of the page. */
function withNumber(text: string): string[] {
  const number = /^\D+ (\d+)$/.exec(text)?.[1];
  return [folded(text), ...(number === undefined ? [] : [number])];
}

/** "Doe, Ana", "Ana Doe" and Canvas's "doeana" are one. */
function namesOf(name: string): Set<string> {
  const parts = name.split(/[\s,]+/).filter((part) => part !== "");
  return new Set(parts.map((_, at) => squeezed([...parts.slice(at), ...parts.slice(0, at)].join(""))));
}

function folded(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

function squeezed(text: string): string {
  return folded(text).replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
