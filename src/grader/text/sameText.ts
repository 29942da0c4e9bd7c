/** A text with all blank space taken as one space: editors and formatters change nothing else. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * Whether nothing was added to what was handed out: each line of code of a cell stands in the release as well, in the
 * same order. Comments and blank space do not count; lines may be missing.
 */
export function isUntouched(source: string, released: string): boolean {
  const given = codeLines(released);
  let at = 0;
  for (const line of codeLines(source)) {
    at = given.indexOf(line, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function codeLines(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => squeeze(withoutComment(line)))
    .filter((line) => line !== "" && !/^\/?\*/.test(line));
}

/** What stands before it: a pattern that goes on to the line's end is tried from every `//`, of which a line may be full. */
function withoutComment(line: string): string {
  const start = line.search(/(?:^|\s)\/\//);
  return start < 0 ? line : line.slice(0, start);
}
