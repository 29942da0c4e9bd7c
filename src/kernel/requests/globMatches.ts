/**
 * Whether a whole text matches a pattern with `*`, `?` and sets as `[a-z]` and `[^0-9]`, as SQLite's GLOB decides, upon
 * which Jupyter's own history rests. A regular expression would do the same, but some patterns would keep it busy for
 * ever; here the time is at most the product of both lengths.
 *
 * @see https://www.sqlite.org/lang_expr.html#glob
 */
export function globMatches(pattern: string, text: string): boolean {
  const wanted = [...parse(pattern)];
  const characters = [...text];
  let [at, token] = [0, 0];
  let star: { token: number; at: number } | undefined;
  while (at < characters.length) {
    const one = wanted[token];
    if (one === "*") {
      star = { token: ++token, at };
    } else if (one?.(characters[at] as string)) {
      at++;
      token++;
    } else if (star !== undefined) {
      // The last star takes one character more.
      at = ++star.at;
      token = star.token;
    } else {
      return false;
    }
  }
  return wanted.slice(token).every((one) => one === "*");
}

type Token = "*" | ((character: string) => boolean);

function* parse(pattern: string): Iterable<Token> {
  for (let at = 0; at < pattern.length; ) {
    const character = String.fromCodePoint(pattern.codePointAt(at) as number);
    const set = character === "[" ? /^\[(\^?)(\]?[^\]]*)\]/su.exec(pattern.slice(at)) : null;
    if (set !== null) {
      yield inSet(set[2] ?? "", set[1] === "^");
      at += set[0].length;
      continue;
    }
    at += character.length;
    if (character === "*") yield "*";
    else if (character === "?") yield () => true;
    else yield (one) => one === character;
  }
}

function inSet(set: string, isNegated: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one]) => [from ?? one, to ?? one]);
  return (character) =>
    ranges.some(([from = "", to = ""]) => character >= from && character <= to) !== isNegated;
}
