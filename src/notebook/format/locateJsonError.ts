export interface JsonFault {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

interface Step {
  /** Where the scan goes on or, when it broke, where. */
  readonly at: number;
  readonly expected: string;
  readonly broke?: true;
}

const blank = /[\t\n\r ]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Finds the place where a text stops being JSON, or `undefined` when all of it is. JSON.parse knows the place
 * too, but what it tells of it differs between versions of Node and is often nothing. The open brackets are kept
 * in a list, so deep nesting does no harm.
 *
 * Source: RFC 8259
 */
export function locateJsonError(text: string): JsonFault | undefined {
  const open: string[] = [];
  let step: Step = { at: 0, expected: "a value" };
  for (;;) {
    const at = endOf(blank, text, step.at) ?? step.at;
    if (at === text.length && step.expected === "the end of the file") return undefined;
    step = takeToken(text, at, step.expected, open);
    if (step.broke) return describeFault(text, step);
  }
}

function takeToken(text: string, at: number, expected: string, open: string[]): Step {
  const character = text[at] ?? "";
  const wantsValue = expected.startsWith("a value");
  if (wantsValue && (character === "{" || character === "[")) {
    open.push(character);
    return { at: at + 1, expected: character === "{" ? 'a key in quotes or "}"' : 'a value or "]"' };
  }
  if ((character === "}" || character === "]") && expected.endsWith(`"${character}"`)) {
    open.pop();
    return { at: at + 1, expected: afterValue(open) };
  }
  if (character === "," && expected.startsWith('","')) {
    return { at: at + 1, expected: open.at(-1) === "{" ? "a key in quotes" : "a value" };
  }
  if (character === ":" && expected === '":"') return { at: at + 1, expected: "a value" };
  if (character === '"' && (wantsValue || expected.startsWith("a key"))) {
    return takeString(text, at + 1, wantsValue ? afterValue(open) : '":"');
  }
  const end = wantsValue ? endOf(scalar, text, at) : undefined;
  return end === undefined ? { at, expected, broke: true } : { at: end, expected: afterValue(open) };
}

function takeString(text: string, start: number, next: string): Step {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1, expected: next };
    const isEscape = code === 0x5c;
    const end = isEscape ? endOf(escapeSequence, text, at) : at + 1;
    // Past the end of the text the code is NaN, which is not at least a space either.
    if (end === undefined || !(code >= 0x20)) {
      return {
        at,
        expected: isEscape ? "an escape that JSON knows" : "the closing quote of a string",
        broke: true,
      };
    }
    at = end - 1;
  }
}

function afterValue(open: readonly string[]): string {
  if (open.length === 0) return "the end of the file";
  return open.at(-1) === "{" ? '"," or "}"' : '"," or "]"';
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function describeFault(text: string, { at, expected }: Step): JsonFault {
  const lines = text.slice(0, at).split("\n");
  const word = /^(?:\w+|\S)/u.exec(text.slice(at, at + 20))?.[0];
  const found = word === undefined ? "a line break or control character" : JSON.stringify(word);
  return {
    line: lines.length,
    column: (lines.at(-1) ?? "").length + 1,
    expected,
    found: at >= text.length ? "the end of the file" : found,
  };
}
