import { describe } from "init_utils/arguments";

/** What was thrown, as texts. */
export interface Thrown {
  /** The error's; undefined when something else was thrown. */
  readonly name?: string;
  /** The error's, or what the value is. */
  readonly message: string;
}

/** The stack of what was thrown, as it came; empty where there is none. Never throws. */
export function stackOf(error: unknown): string {
  try {
    const { stack } = Object(error) as { stack?: unknown };
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}

/**
 * Reads what was thrown. It may be any data of a submission's: `String` would write lists out that hold each other, for
 * ever. Never throws.
 *
 * @example
 * describeThrown(new TypeError("no")).name; // TypeError
 * describeThrown([[1]]).message; // an array of length 1
 */
export function describeThrown(error: unknown): Thrown {
  try {
    if (!(error instanceof Error)) return { message: typeof error === "string" ? error : describe(error) };
    const { name, message } = error;
    if (typeof name === "string" && typeof message === "string") return { name, message };
  } catch {
    // Said below.
  }
  return { name: "", message: "an error that cannot be read" };
}
