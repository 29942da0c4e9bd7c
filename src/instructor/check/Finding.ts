/** What is looked at, in this order. */
export const steps = [
  "structure",
  "links",
  "names",
  "solution",
  "stub",
  "alone",
  "kernel",
  "mistakes",
  "leaks",
  "determinism",
] as const;
export type Step = (typeof steps)[number];

/** Something that keeps an assignment from being sound, where it is, and what to do about it. */
export interface Finding {
  readonly step: Step;
  /** One word or two for programs, such as `unpaired-marker`. */
  readonly kind: string;
  /** Position in the notebook, from 0; missing where the notebook as a whole is meant. */
  readonly cell?: number;
  /** Line in the cell, from 1. */
  readonly line?: number;
  readonly message: string;
  readonly wayOut: string;
  /** The tests that let a wrong answer through, by grade_id. */
  readonly tests?: readonly string[];
}

/** The line of a text in which a position lies, from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** The first line that a pattern finds, from 1; 1 where it finds none. */
export function lineOf(text: string, pattern: string | RegExp): number {
  const position = typeof pattern === "string" ? text.indexOf(pattern) : (pattern.exec(text)?.index ?? -1);
  return position < 0 ? 1 : lineAt(text, position);
}
