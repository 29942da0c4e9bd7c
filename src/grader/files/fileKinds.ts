import type { FoundFile } from "./FoundFile.js";

/** Browsers like to add an ending of their own. */
const notebookEnding = /\.ipynb(?:\.json|\.txt)?$/i;

export function nameOf({ segments }: FoundFile): string {
  return segments.at(-1) ?? "";
}

/** The name without its ending. */
export function stemOf(name: string): string {
  return name.replace(notebookEnding, "").replace(/\.zip$/i, "") || name;
}

export function isNotebook(file: FoundFile): boolean {
  return notebookEnding.test(nameOf(file));
}

export function isZip(file: FoundFile): boolean {
  return /\.zip$/i.test(nameOf(file));
}

/** Jupyter's automatic copies lie in a hidden folder beside the notebook. */
export function isCheckpoint({ segments }: FoundFile): boolean {
  return segments.slice(0, -1).includes(".ipynb_checkpoints");
}

/** What systems and tools leave about: nobody hands it in. */
export function isClutter({ segments }: FoundFile): boolean {
  return segments.some(
    (segment) =>
      segment === "__MACOSX" ||
      segment === "node_modules" ||
      segment.toLowerCase() === "thumbs.db" ||
      (segment.startsWith(".") && segment !== ".ipynb_checkpoints"),
  );
}
