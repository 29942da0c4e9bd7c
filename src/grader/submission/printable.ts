/**
 * What must not reach a terminal, a log or a page as it is: control characters (terminal escapes begin with one),
 * characters that turn the direction of text or take no room, line separators, halves of surrogate pairs, and
 * what will never be a character or is one for private use only.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

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
  // Most texts are short and plain, and there are many of them.
  if (text.length <= length && text.search(unprintable) < 0) return text;
  // Twice as much is looked at as may remain: a character takes at most two units, and hostile text may be endless.
  const pieces = [...text.slice(0, 2 * length + 2)].map((piece) =>
    piece.replace(unprintable, escapeCharacter),
  );
  let kept = pieces.length > length ? length - 1 : pieces.length;
  let units = pieces.slice(0, kept).join("").length;
  // Escapes are longer than what they stand for.
  for (; units > 4 * length; kept--) units -= pieces[kept - 1]?.length ?? 0;
  return pieces.slice(0, kept).join("") + (kept < pieces.length ? "…" : "");
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
