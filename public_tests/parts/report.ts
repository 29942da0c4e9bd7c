import { AssertionError } from "./AssertionError.js";
import type { Check, FailedCheck } from "./Check.js";

const green = "\u001b[92m";
const red = "\u001b[91m";
const plain = "\u001b[0m";

/** How many lines failed checks are shown with; a student mends one at a time. */
const mostLines = 9;

/** What a report can say beyond its checks. */
export interface Remarks {
  /** The mistake behind failed checks, in one sentence. */
  readonly hint?: string | undefined;
  /** Sentences about an answer that is right. */
  readonly notes?: readonly string[];
  /** Where the report goes: stdout, because nbgrader takes anything on stderr for a failure. */
  readonly print?: (text: string) => void;
}

/**
 * Prints the outcome of a checker: `All tests passed.` and the notes, or how many checks passed and failed, the hint,
 * and what each failed check saw and expected.
 *
 * @param functionName the function that was checked
 * @param checks what was found, of shapes, values and the rest; no checks at all is a failure, for passing needs evidence
 * @param remarks a hint, notes, and where to print
 * @throws AssertionError naming the function, when a check failed
 * @example
 * report("my_function", [passed("the result")]); // undefined
 */
export function report(functionName: string, checks: readonly Check[], remarks: Remarks = {}): void {
  const { hint, notes = [], print = console.log } = remarks;
  const failures = checks.filter((check): check is FailedCheck => !check.passed);
  if (checks.length > 0 && failures.length === 0) {
    say(print, [`${green}All tests passed.${plain}`, ...notes.map((note) => `Note: ${note}`)]);
    return;
  }
  const count = `${checks.length - failures.length} passed, ${failures.length} failed`;
  const lines = [
    `${red}${functionName}: ${count}.${plain}`,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
  ];
  say(print, [...lines, ...explained(failures)]);
  throw new AssertionError(
    `${functionName}: ${count}. Not as expected: ${failures.map(({ name }) => name).join(", ")}.`,
    { category: failures[0]?.category, hint, failures },
  );
}

/** The student's function may have replaced the console by one that throws; the verdict must not depend on it. */
function say(print: (text: string) => void, lines: readonly string[]): void {
  try {
    print(lines.join("\n"));
  } catch {
    // Nothing can be printed; a failed check still ends with its AssertionError.
  }
}

function explain({ name, expected, seen }: FailedCheck): string {
  return `${capitalized(name)}\n  expected: ${indent(expected)}\n  seen:     ${indent(seen)}`;
}

/** The first failed checks in full, at least one, and the names of the others. */
function explained(failures: readonly FailedCheck[]): string[] {
  let lines = 0;
  const texts = failures.map(explain).filter((text, i) => {
    lines += text.split("\n").length;
    return i === 0 || lines <= mostLines;
  });
  const others = failures.slice(texts.length).map(({ name }) => name);
  return others.length === 0 ? texts : [...texts, `Not as expected either: ${others.join(", ")}.`];
}

/** Keeps the rows of a printed array under each other. */
function indent(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(12)}`);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
