import { type FoundFile, isCheckpoint, isNotebook, isZip, nameOf, stemOf } from "../files/index.js";
import type { Layout } from "./Layout.js";
import { timedName } from "./timedName.js";

/**
 * A folder for each student, with the student's name; notebooks beside the folders belong to whom their names say. A
 * folder around all of them is not a student's. Names may end in a time, that of the submission.
 */
export const folders: Layout = {
  name: "folders",
  keepsTimes: true,
  place({ files }) {
    const around = commonFolders(files.filter((file) => isNotebook(file) || isZip(file)));
    const inside = files.filter(({ segments }) => around.every((folder, at) => segments[at] === folder));
    const isDeep = (file: FoundFile): boolean => file.segments.length > around.length + 1;
    const isHandedIn = (file: FoundFile): boolean => (isNotebook(file) || isZip(file)) && !isCheckpoint(file);
    if (!inside.some((file) => isDeep(file) && isHandedIn(file))) return undefined;
    return inside
      .filter((file) => isDeep(file) || isHandedIn(file))
      .filter(({ segments }) => segments[around.length] !== ".ipynb_checkpoints")
      .map((file) => ({
        ...(isDeep(file)
          ? timedName(file.segments[around.length] ?? "", "the folder's name")
          : timedName(stemOf(nameOf(file)), "the file's name")),
        file,
      }));
  },
};

/** The folders in which all files lie. */
export function commonFolders(files: readonly FoundFile[]): readonly string[] {
  const [first, ...rest] = files.map(({ segments }) => segments.slice(0, -1));
  if (first === undefined) return [];
  const length = first.findIndex((folder, at) => rest.some((other) => other[at] !== folder));
  return length < 0 ? first : first.slice(0, length);
}
