import { type FoundFile, isCheckpoint, isNotebook, isZip, nameOf, stemOf } from "../files/index.js";
import { commonFolders } from "./folders.js";
import type { Layout, Placement, Root } from "./Layout.js";
import { timedName } from "./timedName.js";

/**
 * A notebook, or an archive, for each student, with the student's name, which may end in the time of the submission.
 * Files that were named themselves may be called anything. A single notebook in an archive is that of whom the archive
 * is named after; a single one that is called as it was handed out, that of whom its folder is named after.
 */
export const oneFileEach: Layout = {
  name: "one file each",
  keepsTimes: true,
  place(root) {
    const wereNamed = root.name === "";
    const files = root.files.filter(
      (file) => wereNamed || ((isNotebook(file) || isZip(file)) && !isCheckpoint(file)),
    );
    const [first] = files;
    if (first !== undefined && files.length === 1) return [placeAlone(first, root)];
    return files.map((file) => ({ ...timedName(stemOf(nameOf(file)), "the file's name"), file }));
  },
};

function placeAlone(file: FoundFile, root: Root): Placement {
  const stem = stemOf(nameOf(file));
  const isOurs = (name: string): boolean => name.toLowerCase() === root.assignment.toLowerCase();
  const folders = commonFolders([file]).toReversed();
  const others = [...folders, ...(root.isArchive ? [root.name] : [])].filter((name) => !isOurs(name));
  const student = root.isArchive && !isOurs(root.name) && !isOurs(stem) ? root.name : stem;
  return { ...timedName(isOurs(stem) ? (others[0] ?? stem) : student, "the file's name"), file };
}
