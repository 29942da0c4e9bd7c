import type { Pass } from "./Pass.js";
import { replaceRegions } from "./replaceRegions.js";

/** Takes out the tests that only the grader runs. */
export const removeHiddenTests: Pass = (notebook) =>
  replaceRegions(notebook, { name: "HIDDEN TESTS", roles: ["tests"], home: "a test cell" });
