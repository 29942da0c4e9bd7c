import { printable } from "../submission/index.js";

/** What spreadsheets take for the beginning of a formula, in wide characters too; a mark alone is none. */
const formula = /^[=+\-@＝＋－＠]./u;
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
/** Longer texts are cut: a spreadsheet's cell holds 32,767 units, and a character may take four to be written. */
const mostCharacters = 8000;

/**
 * Makes a stranger's text fit for a cell of a table: printable, on one line, and never a formula. An apostrophe stands
 * before what would be one; numbers stay numbers.
 *
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 *
 * @example
 * shownText("=HYPERLINK(A1)"); // '=HYPERLINK(A1)
 * shownText("-7.5"); // -7.5
 */
export function shownText(text: string): string {
  const shown = printable(text, mostCharacters);
  return formula.test(shown.trimStart()) && !plainNumber.test(shown) ? `'${shown}` : shown;
}
