import type { Answer } from "../answer/Answer.js";
import { type Check, failed, passed } from "./Check.js";

/**
 * Checks what can be checked of a call without knowing the answer: that there is a function, that it returns an
 * object, and that it leaves its argument as it was.
 *
 * @returns the checks that could be made; never throws
 * @example
 * checkCall(callTarget(() => ({}), [2, 1])).length; // 2
 */
export function checkCall(answer: Answer): Check[] {
  const text = `[${answer.layers_dims.join(", ")}]`;
  const name = `the result for layers_dims = ${text}`;
  const { outcome, value } = answer;
  if (outcome === "no function") return [failed(name, "a function to check", value.text, "no function")];
  if (outcome === "thrown")
    return [failed(name, "an object with W1, b1, …", `an error: ${answer.error}`, "throws")];
  if (value.kind !== "object") return [failed(name, "an object with W1, b1, …", value.text, "type")];
  const unchanged = "the argument layers_dims after the call";
  if (!answer.changed) return [passed(name), passed(unchanged)];
  const seen = `${answer.changed.text}: the function changes its argument`;
  return [passed(name), failed(unchanged, text, seen, "argument")];
}
