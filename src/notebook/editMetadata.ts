import type { Metadata } from "./Notebook.js";

/**
 * A copy of a cell or a notebook with some keys of its metadata set, or taken out where the value is `undefined`.
 */
export function editMetadata<Owner extends { readonly metadata: Metadata }>(
  owner: Owner,
  changes: Metadata,
): Owner {
  const entries = Object.entries({ ...owner.metadata, ...changes }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...owner, metadata: Object.fromEntries(entries) };
}
