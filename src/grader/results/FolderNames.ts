import { createHash } from "node:crypto";

/** Of device files on Windows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** How files end that stand beside the folders: `grades.csv`, `summary.html`, `feedback-moodle.zip`. */
const ofFiles = /\.(?:csv|html|json|zip|tmp)$/i;
const mostCharacters = 80;

/**
 * Gives each student of a run a folder: the student's name where that is a harmless name for a folder, else what is
 * left of it with a part of its hash, so that nobody writes outside of the folder or into somebody else's.
 */
export class FolderNames {
  /** As file systems that ignore case see them. */
  readonly #taken = new Set<string>();

  /** Asked again for the same name it gives another folder: the second submission of a student. */
  folderFor(student: string): string {
    const name = safeName(student);
    for (let count = 1; ; count++) {
      const folder = count === 1 ? name : `${name}~${count}`;
      if (this.#taken.has(fold(folder))) continue;
      this.#taken.add(fold(folder));
      return folder;
    }
  }
}

function safeName(student: string): string {
  const name = student
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}._@+, -]+/gu, "_")
    .replace(/^[. ~-]+/, "")
    .slice(0, mostCharacters)
    .replace(/[. \ud800-\udbff]+$/, "");
  if (name === student && name !== "" && !reserved.test(name) && !ofFiles.test(name)) return name;
  const hash = createHash("sha256").update(student).digest("hex").slice(0, 8);
  return `${name === "" ? "student" : name}~${hash}`;
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
