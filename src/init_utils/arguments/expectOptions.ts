import { describe } from "./describe.js";

/**
 * Returns an options object after checking that it has no other keys than the known ones.
 *
 * A misspelt option would otherwise be ignored without a word.
 *
 * @throws TypeError when it is not a plain object or has an unknown key.
 */
export function expectOptions<Options extends object>(
  functionName: string,
  options: Options,
  names: readonly string[],
): Options {
  const known = `an object with options out of ${names.join(", ")}`;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${functionName}: options must be ${known}, but it is ${describe(options)}`);
  }
  const unknown = Object.keys(options).filter((key) => !names.includes(key));
  if (unknown.length > 0) {
    throw new TypeError(`${functionName}: options must be ${known}, but it has ${unknown.join(", ")}`);
  }
  return options;
}
