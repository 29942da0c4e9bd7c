import type { Pass } from "./Pass.js";
import { replaceRegions } from "./replaceRegions.js";

/** Takes out what tells the person who judges a task how to do so. */
export const removeMarkSchemes: Pass = (notebook) =>
  replaceRegions(notebook, { name: "MARK SCHEME", roles: ["task"], home: "a task cell" });
