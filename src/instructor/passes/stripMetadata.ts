import { editMetadata, type Metadata, mapCells } from "../../notebook/index.js";
import type { Pass } from "./Pass.js";

const ofTools: Metadata = { execution: undefined, ExecuteTime: undefined, papermill: undefined };

/** Takes out metadata for instructors, and what tools note about one run on one machine. */
export const stripMetadata: Pass = (notebook) =>
  editMetadata(
    mapCells(notebook, (cell) => editMetadata(cell, { ...ofTools, initlab: undefined })),
    { ...ofTools, celltoolbar: undefined, widgets: undefined },
  );
