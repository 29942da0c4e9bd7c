import { mostText, TooLarge } from "./limits.js";
import { get, slice, toText } from "./primordials.js";

/** Stands for something that threw when it was looked at. */
export class Unreadable {
  readonly #reason: string;

  constructor(reason: string) {
    this.#reason = reason;
  }

  /** The reason, where a value is one; `instanceof` would ask the value, which may be a proxy. */
  static reasonOf(value: unknown): string | undefined {
    return typeof value === "object" && value !== null && #reason in value ? value.#reason : undefined;
  }
}

/** Does something that may run a student's code; what that throws becomes an Unreadable. */
export function attempt<T>(look: () => T): T | Unreadable {
  try {
    return look();
  } catch (error) {
    if (TooLarge.is(error)) throw error;
    return new Unreadable(describeThrown(error));
  }
}

/** Name and message of something thrown. Never throws. */
function describeThrown(error: unknown): string {
  try {
    if (typeof error !== "object" || error === null)
      return typeof error === "function" ? "a function" : cut(toText(error), mostText.message);
    const name = get(error, "name");
    const message = get(error, "message");
    if (typeof name !== "string" || typeof message !== "string") return "an object";
    return `${cut(name, mostText.name)}: ${cut(message, mostText.message)}`;
  } catch {
    return "an error that cannot be read";
  }
}

export function cut(text: string, length: number): string {
  return text.length > length ? `${slice(text, 0, length - 1)}…` : text;
}
