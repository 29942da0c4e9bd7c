import { type FoundFile, isCheckpoint, isNotebook, isZip } from "../files/index.js";
import { parseTime } from "../time/index.js";
import type { Layout, Placement, Root } from "./Layout.js";

const folder =
  /^(?<student>[^+]+)\+(?<assignment>[^+]+)\+(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ [^+]+)(?:\+[^+]+)?$/;

/**
 * What nbgrader's `submit` leaves in the exchange before it is collected: all submissions of all students, in folders
 * called `bitdiddle+ps1+2015-02-02 14:58:23.948203 UTC+jZ3…`.
 *
 * Source: `init_dest` in nbgrader/exchange/default/submit.py of https://github.com/jupyter/nbgrader
 */
export const nbgraderInbound: Layout = {
  name: "nbgrader's exchange",
  keepsTimes: true,
  place(root) {
    const handedIn = root.files.filter((file) => (isNotebook(file) || isZip(file)) && !isCheckpoint(file));
    const placed = root.files.map((file) => placeOf(file, root)).filter((place) => place !== undefined);
    const here = new Set(placed.map(({ file }) => file));
    if (handedIn.length === 0 || !handedIn.every((file) => here.has(file))) return undefined;
    const ours = placed.filter(
      ({ assignment }) => assignment.toLowerCase() === root.assignment.toLowerCase(),
    );
    return ours.length > 0 ? ours : placed;
  },
};

function placeOf(file: FoundFile, { name }: Root): (Placement & { readonly assignment: string }) | undefined {
  const attempt = [name, ...file.segments.slice(0, -1)].find((segment) => folder.test(segment));
  const { student, assignment, time } = folder.exec(attempt ?? "")?.groups ?? {};
  if (attempt === undefined || student === undefined || assignment === undefined || time === undefined) {
    return undefined;
  }
  const at = parseTime(time, "UTC");
  const submitted = at === undefined ? undefined : { at, from: "the folder's name" as const };
  return { student, assignment, attempt, file, submitted: async () => submitted };
}
