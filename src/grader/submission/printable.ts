/**
 * What must not reach a terminal, a log or a page as it is: control characters (terminal escapes begin with one),
 * characters that turn the direction of text or take no room, line separators, and halves of surrogate pairs.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Makes a stranger's text fit to stand in a message: on one line, nothing invisible in it, cut where it is long.
 *
 * @param text what somebody else wrote
 * @param length how many characters may remain; what is cut off is marked with "…"
 * @returns the text with each unprintable character written as an escape
 *
 * @example
 * printable("red\u001b[31m"); // red\u{1b}[31m
 * printable("abcdef", 4); // abc…
 */
export function printable(text: string, length: number = 80): string {
  // Twice as much is looked at as may remain: a character takes at most two units, and hostile text may be endless.
  const characters = [...text.slice(0, 2 * length + 2)];
  const shown = characters.length > length ? [...characters.slice(0, length - 1), "…"] : characters;
  const escaped = shown.join("").replace(unprintable, escapeCharacter);
  return escaped.length <= 4 * length ? escaped : `${escaped.slice(0, 4 * length)}…`;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
