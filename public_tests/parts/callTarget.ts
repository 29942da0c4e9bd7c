import { describe } from "init_utils/arguments";
import { type Check, failed, passed } from "./Check.js";

/** A function under test: takes the sizes of the layers; what it returns is what the checks are for. */
export type Target = (layers_dims: number[]) => unknown;

/** What a call of the student's function gave: the checks of the call itself, and the result if there is one. */
export interface Call {
  readonly checks: readonly Check[];
  readonly result: Record<string, unknown> | undefined;
}

/**
 * Calls the student's function once, with an array of its own, and checks what can be checked without knowing the
 * answer: that it returns, that it returns an object, and that it leaves its argument as it was.
 *
 * Never throws.
 */
export function callTarget(target: Target, layers_dims: readonly number[]): Call {
  const text = `[${layers_dims.join(", ")}]`;
  const name = `the result for layers_dims = ${text}`;
  const fail = (expected: string, seen: string): Call => ({
    checks: [failed(name, expected, seen)],
    result: undefined,
  });
  if (typeof target !== "function") return fail("a function to check", describe(target));
  const argument = [...layers_dims];
  let result: unknown;
  try {
    result = target(argument);
  } catch (error) {
    return fail("an object with W1, b1, …", `an error: ${messageOf(error)}`);
  }
  silence(result);
  if (!isPlain(result)) return fail("an object with W1, b1, …", sawInstead(result));
  const unchanged = "layers_dims after the call";
  const same = argument.length === layers_dims.length && argument.every((n, l) => n === layers_dims[l]);
  const seen = `${describe(argument)}: the function changes its argument`;
  return { checks: [passed(name), same ? passed(unchanged) : failed(unchanged, text, seen)], result };
}

/** A promise is a wrong answer already; when it fails later, too, nobody needs to hear of it. */
function silence(result: unknown): void {
  if (result instanceof Promise) result.catch(() => {});
}

function isPlain(result: unknown): result is Record<string, unknown> {
  try {
    if (typeof result !== "object" || result === null || Array.isArray(result)) return false;
    return typeof (result as { then?: unknown }).then !== "function";
  } catch {
    return true;
  }
}

function sawInstead(result: unknown): string {
  if (result === undefined) return "undefined: the function ends without `return parameters`";
  return describe(result);
}

function messageOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : describe(error);
  } catch {
    return "one that cannot be read";
  }
}
