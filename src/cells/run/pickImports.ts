// Taken at once: a cell may declare an Object of its own, or patch this one.
const { fromEntries } = Object;

/**
 * The names that an import declaration takes from a module. For a CommonJS module, names that Node's scan of its
 * text did not find are taken from `module.exports`. A name that is nowhere is undefined: it may be a type's.
 *
 * @example
 * pickImports({ default: { b: 2 }, a: 1 }, ["a", "b"]).b; // 2
 */
export function pickImports(
  namespace: Readonly<Record<string, unknown>>,
  names?: readonly string[],
): Readonly<Record<string, unknown>> {
  if (names === undefined) return namespace;
  const { default: whole } = namespace;
  const exported = typeof whole === "object" || typeof whole === "function" ? whole : null;
  const pick = (name: string): unknown =>
    name in namespace ? namespace[name] : (exported as Record<string, unknown> | null)?.[name];
  return fromEntries(names.map((name) => [name, pick(name)]));
}
