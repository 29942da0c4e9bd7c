import type { Evidence } from "../answer/Evidence.js";

/**
 * Says what is wrong when no object with parameters comes back, or the argument is changed.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongResult({ functionName, first }: Evidence): string | undefined {
  const { outcome, value } = first;
  if (outcome === "thrown") return undefined;
  if (outcome === "no function") return noFunction(functionName, value.kind);
  if (value.kind === "undefined")
    return "The function ends without giving anything back: does `return parameters` stand after the loop?";
  if (value.kind === "promise")
    return "The function gives a promise instead of the parameters: leave `async` away, nothing here has to be waited for.";
  if (value.kind === "array" || value.kind === "tensor")
    return `The function gives back ${value.kind === "array" ? "an array" : "a single tensor"}: it must return one object that holds W1, b1, … under their names.`;
  return undefined;
}

function noFunction(functionName: string, came: string): string {
  if (came === "undefined" || came === "null")
    return `There is no function ${functionName}: is its name written exactly so, and has its cell been run?`;
  return `The checker takes the function itself, without calling it: hand over ${functionName} with no parentheses after it.`;
}
