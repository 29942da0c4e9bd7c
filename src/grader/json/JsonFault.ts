import { printable } from "../submission/printable.js";
import { UnreadableError } from "../submission/UnreadableError.js";

export interface FaultPlace {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  /** The text that stands there, as far as it is at hand; nothing at the end of the file. */
  readonly found: string;
}

/** A text stops being JSON; the message says where, and what is probably the cause. */
export class JsonFault extends UnreadableError {
  constructor(place: FaultPlace) {
    super(describe(place));
  }
}

function describe({ line, column, expected, found }: FaultPlace): string {
  if (column === 1 && /^([<=>|])\1{0,6}(?!\1)/.test(found)) {
    return `git's conflict markers stand in line ${line}: the file is a merge that was not finished. Resolve the conflict and hand in the notebook again.`;
  }
  if (found === "" && line === 1 && column === 1) return "the file holds nothing but blank space.";
  if (found === "") {
    return `the file ends in the middle of the notebook, in line ${line}: it was not saved or uploaded completely.`;
  }
  if (found.startsWith("\0")) {
    return `the file is damaged: zero bytes stand in line ${line}, as they do when saving or synchronizing broke off.`;
  }
  const word = /^(?:[\w.+-]+|\S)/u.exec(found)?.[0];
  const shown = word === undefined ? "a line break or blank space" : `"${printable(word, 20)}"`;
  return `it is not JSON: in line ${line}, column ${column}, expected ${expected}, found ${shown}.`;
}
