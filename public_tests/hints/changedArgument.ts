import type { Evidence } from "../answer/Evidence.js";

/** Says that the function changes layers_dims, which its caller still needs. */
export function changedArgument({ first }: Evidence): string | undefined {
  if (!first.changed) return undefined;
  return `layers_dims is ${first.changed.text} after the call, but it belongs to whoever calls the function: only read it, or work on a copy.`;
}
