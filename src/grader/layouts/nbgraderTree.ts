import { type FoundFile, isNotebook, isZip, nameOf, readText, stemOf } from "../files/index.js";
import type { Submitted } from "../Identity.js";
import { printable } from "../submission/index.js";
import { parseTime } from "../time/index.js";
import type { Layout, Placement, Root } from "./Layout.js";

/**
 * nbgrader's course folder: submitted/STUDENT/ASSIGNMENT/… Where a student has several assignments, those count whose
 * folder or file is called like ours; all of them, if none is. A file timestamp.txt in the assignment's folder says when
 * it was handed in; without a time zone that is UTC.
 *
 * Source: https://nbgrader.readthedocs.io/en/stable/user_guide/philosophy.html; `parse_utc` in nbgrader/utils.py
 */
export const nbgraderTree: Layout = {
  name: "nbgrader",
  keepsTimes: true,
  place(root) {
    const placed = root.files.map((file) => placeOf(file, root)).filter((place) => place !== undefined);
    const handedIn = root.files.filter((file) => isNotebook(file) || isZip(file));
    const here = new Set(placed.map(({ file }) => file));
    if (handedIn.length === 0 || !handedIn.every((file) => here.has(file))) return undefined;
    const ours = placed.filter(({ assignment, file }) =>
      [assignment, stemOf(nameOf(file))].some((name) => name.toLowerCase() === root.assignment.toLowerCase()),
    );
    if (ours.length > 0 && ours.length < placed.length) {
      root.tell(`Of nbgrader's folders only those of "${root.assignment}" were looked at.`);
    }
    return withTimes(ours.length > 0 ? ours : placed, placed, root);
  },
};

interface InTree extends Placement {
  readonly assignment: string;
  /** Whether it lies in the assignment's folder itself. */
  readonly isAtTop: boolean;
}

function placeOf(file: FoundFile, { above }: Root): InTree | undefined {
  // The named folder may be "submitted" itself, or a student's, or an assignment's.
  const segments = [...above.slice(-3), ...file.segments];
  const at = segments.indexOf("submitted");
  const [student, assignment] = segments.slice(at + 1);
  if (at < 0 || segments.length - at < 4 || student === undefined || assignment === undefined)
    return undefined;
  return { student, assignment, file, isAtTop: segments.length - at === 4 };
}

function withTimes(places: readonly InTree[], all: readonly InTree[], { tell }: Root): Placement[] {
  const stamps = new Map(
    all
      .filter(({ file, isAtTop }) => isAtTop && nameOf(file) === "timestamp.txt")
      .map((place) => [folderOf(place), stampReader(place.file, tell)]),
  );
  return places.map((place) => {
    const submitted = stamps.get(folderOf(place));
    return submitted === undefined ? place : { ...place, submitted };
  });
}

/** Reads the file when it is asked for the first time. */
function stampReader(file: FoundFile, tell: Root["tell"]): () => Promise<Submitted | undefined> {
  let stamp: Promise<Submitted | undefined> | undefined;
  return () => {
    stamp ??= readStamp(file, tell);
    return stamp;
  };
}

function folderOf({ student, assignment }: InTree): string {
  return `${student}/${assignment}`;
}

async function readStamp(file: FoundFile, tell: Root["tell"]): Promise<Submitted | undefined> {
  const text = (await readText(file, 200))?.trim() ?? "";
  const at = parseTime(text, "UTC");
  if (at !== undefined) return { at, from: "timestamp.txt" };
  tell(`${file.path} holds no time that can be read: "${printable(text, 100)}".`);
  return undefined;
}
