import { type FoundFile, isNotebook, isZip, nameOf, stemOf } from "../files/index.js";
import type { Layout, Placement, Root } from "./Layout.js";

/**
 * nbgrader's course folder: submitted/STUDENT/ASSIGNMENT/… Where a student has several assignments, those count whose
 * folder or file is called like ours; all of them, if none is.
 *
 * Source: https://nbgrader.readthedocs.io/en/stable/user_guide/philosophy.html
 */
export const nbgraderTree: Layout = {
  name: "nbgrader",
  keepsTimes: true,
  place(root) {
    const placed = root.files.map((file) => placeOf(file, root)).filter((place) => place !== undefined);
    const handedIn = root.files.filter((file) => isNotebook(file) || isZip(file));
    const here = new Set(placed.map(({ file }) => file));
    if (handedIn.length === 0 || !handedIn.every((file) => here.has(file))) return undefined;
    const ours = placed.filter(({ file, assignment }) =>
      [assignment, stemOf(nameOf(file))].some((name) => name.toLowerCase() === root.assignment.toLowerCase()),
    );
    if (ours.length > 0 && ours.length < placed.length) {
      root.tell(`Of nbgrader's folders only those of "${root.assignment}" were looked at.`);
    }
    return ours.length > 0 ? ours : placed;
  },
};

function placeOf(
  file: FoundFile,
  { above }: Root,
): (Placement & { readonly assignment: string }) | undefined {
  // The named folder may be "submitted" itself, or a student's, or an assignment's.
  const segments = [...above.slice(-3), ...file.segments];
  const at = segments.indexOf("submitted");
  const [student, assignment] = segments.slice(at + 1);
  if (at < 0 || segments.length - at < 4 || student === undefined || assignment === undefined)
    return undefined;
  return { student, assignment, file };
}
