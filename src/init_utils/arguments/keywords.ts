import { expectOptions } from "./expectOptions.js";

/**
 * Returns a call's arguments in order, also when they came as one options object: `normal({ scale: 2 })` is
 * `normal(undefined, 2)`.
 *
 * @throws TypeError when the options have an unknown name, or when more arguments follow them.
 */
export function keywords(
  functionName: string,
  names: readonly string[],
  given: readonly unknown[],
): unknown[] {
  const [first, ...others] = given;
  if (typeof first !== "object" || first === null || Array.isArray(first)) return [...given];
  if (others.some((value) => value !== undefined)) {
    throw new TypeError(
      `${functionName}: after the options object there must be no further argument; put ${names.join(", ")} into it`,
    );
  }
  const options: Record<string, unknown> = expectOptions(functionName, { ...first }, names);
  return names.map((name) => options[name]);
}
