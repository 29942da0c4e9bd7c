import type { NameKind } from "../source/declaredNames.js";

const IMPORT_ASSIGNED = 2632;
const codes: Partial<Record<NameKind, readonly [code: number, what: string]>> = {
  const: [2588, "a constant"],
  function: [2630, "a function"],
  class: [2629, "a class"],
  enum: [2628, "an enum"],
  namespace: [2631, "a namespace"],
};

/** Names of earlier cells come in as imports; who assigns to one is told what it really is. */
export function explainAssignment(
  code: number,
  message: string,
  name: string,
  kind: NameKind | undefined,
): { readonly code: number; readonly text: string } {
  const real = code === IMPORT_ASSIGNED && kind !== undefined ? codes[kind] : undefined;
  if (real === undefined) return { code, text: message };
  return { code: real[0], text: `Cannot assign to '${name}' because it is ${real[1]}.` };
}
