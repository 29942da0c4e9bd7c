/**
 * Whether tests that take many seconds for each of their cases take all of them (`npm run test:long`), or those that tell
 * most, as in CI.
 */
export const longForm: boolean = process.env.INITLAB_TESTS === "long";

/** The cases to test: all of them in the long form, else those that are named. */
export function casesOf<Case>(
  all: Readonly<Record<string, Case>>,
  ...inShort: readonly string[]
): Readonly<Record<string, Case>> {
  const unknown = inShort.filter((name) => !(name in all));
  if (unknown.length > 0) throw new Error(`casesOf: there is no case ${unknown.join(", ")}`);
  return longForm ? all : Object.fromEntries(inShort.map((name) => [name, all[name]!]));
}
