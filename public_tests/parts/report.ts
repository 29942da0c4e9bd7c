import { AssertionError } from "./AssertionError.js";
import type { Check, FailedCheck } from "./Check.js";

const green = "\u001b[92m";
const red = "\u001b[91m";
const plain = "\u001b[0m";

/**
 * Prints the outcome of a checker on stdout: `All tests passed.`, or how many checks passed and failed and what each
 * failed one saw and expected. Stdout, because nbgrader takes anything on stderr for a failure.
 *
 * @param functionName the function that was checked
 * @param checks what was found; no checks at all is a failure, for passing needs evidence
 * @throws AssertionError naming the function, when a check failed
 */
export function report(functionName: string, checks: readonly Check[]): void {
  const failures = checks.filter((check): check is FailedCheck => !check.passed);
  if (checks.length > 0 && failures.length === 0) {
    console.log(`${green}All tests passed.${plain}`);
    return;
  }
  const count = `${checks.length - failures.length} passed, ${failures.length} failed`;
  console.log(`${red}${functionName}: ${count}.${plain}\n${failures.map(explain).join("\n")}`);
  throw new AssertionError(
    `${functionName}: ${count}. ${failures.map(({ name }) => capitalized(name)).join(", ")}: not as expected.`,
  );
}

function explain({ name, expected, seen }: FailedCheck): string {
  return `${capitalized(name)}\n  expected: ${indent(expected)}\n  seen:     ${indent(seen)}`;
}

/** Keeps the rows of a printed array under each other. */
function indent(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(12)}`);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
