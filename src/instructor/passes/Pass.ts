import type { Notebook } from "../../notebook/index.js";

/** One step from the instructor's notebook to the student's: it changes nothing in place. */
export type Pass = (notebook: Notebook) => Notebook;
