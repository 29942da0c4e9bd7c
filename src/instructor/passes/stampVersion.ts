import { editMetadata, NotebookError } from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

/**
 * Leaves of the notebook's `initlab` metadata the assignment's name and version: by them the grader knows which
 * release a submission was made from.
 *
 * @throws {NotebookError} when one is missing
 */
export const stampVersion: Pass = (notebook) => {
  const { name, version } = (notebook.metadata.initlab ?? {}) as { name?: unknown; version?: unknown };
  if (!isText(name) || !isText(version)) {
    throw new NotebookError(
      'the notebook\'s metadata should say what it is. Add "initlab": {"name": "…", "version": "1.0.0"} to it.',
    );
  }
  return editMetadata(notebook, { initlab: { name, version } });
};

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
