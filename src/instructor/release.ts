import { type Notebook, validateNbgrader } from "../notebook/index.js";
import { clearOutputs } from "./passes/clearOutputs.js";
import { clearSolutions } from "./passes/clearSolutions.js";
import { lockCells } from "./passes/lockCells.js";
import type { Pass } from "./passes/Pass.js";
import { removeHiddenTests } from "./passes/removeHiddenTests.js";
import { removeMarkSchemes } from "./passes/removeMarkSchemes.js";
import { stampVersion } from "./passes/stampVersion.js";
import { stripMetadata } from "./passes/stripMetadata.js";
import { updateChecksums } from "./passes/updateChecksums.js";
import { validateRelease } from "./passes/validateRelease.js";

/** In this order: checksums are taken of what is handed out, and the last pass looks at the result. */
const passes: readonly Pass[] = [
  clearSolutions,
  removeHiddenTests,
  removeMarkSchemes,
  clearOutputs,
  stripMetadata,
  lockCells,
  stampVersion,
  updateChecksums,
  validateRelease,
];

/**
 * Makes the student's notebook from the instructor's: solutions become stubs, hidden tests and outputs go,
 * nbgrader's metadata are brought up to date. The same notebook always gives the same release.
 *
 * @throws {NotebookError} when the notebook is not sound; it names the cell and the line
 */
export function release(notebook: Notebook): Notebook {
  validateNbgrader(notebook);
  return passes.reduce((released, pass) => pass(released), notebook);
}
