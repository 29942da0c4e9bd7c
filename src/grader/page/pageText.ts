import { printable } from "../submission/printable.js";

/** What `printable` takes for invisible, and what text in many languages is not written without. */
const needed = /([\t\n\u200c\u200d])/;

/**
 * Makes a stranger's text of any length fit for a page: control characters, and those that turn the direction of text or
 * take no room, are written out; line breaks, tabs and joiners stay. That no markup comes through is up to the page,
 * which escapes every text.
 *
 * @example
 * pageText("a\u202eb"); // a\u{202e}b
 */
export function pageText(text: string): string {
  const pieces = text.replaceAll(/\r\n?/g, "\n").split(needed);
  // `printable` cuts where escapes make a text too long for a terminal; nothing is to be cut here.
  return pieces.map((piece) => (needed.test(piece) ? piece : printable(piece, 4 * piece.length))).join("");
}
