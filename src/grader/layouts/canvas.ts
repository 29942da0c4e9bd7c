import { type FoundFile, isCheckpoint, isNotebook, isZip, nameOf, stemOf } from "../files/index.js";
import { commonFolders } from "./folders.js";
import type { Layout, Placement } from "./Layout.js";

const uploaded =
  /^(?<name>[^_].*?)_(?<late>LATE_)?(?<user>\d+)_(?:(?<id>\d+)_(?<ownName>.+)|(?:text|link)\.html)$/u;
const anonymous =
  /^(?<late>LATE_)?(?<name>anon)_(?<user>[A-Za-z0-9]{5})_(?:(?<id>\d+)_(?<ownName>.+)|(?:text|link)\.html)$/;

/**
 * Canvas's "Download Submissions": all files in one folder, `doeana_LATE_12345_678910_Initialization-1.ipynb`, with the
 * name that lists are sorted by (letters and digits of it, in lower case), a mark for what was late, the number of the
 * user, that of the file, and the file's name. Where grading is anonymous, there is `anon_` and five characters instead of
 * name and number. Of what a student submitted again there is only the last; its files, when called as before, have
 * `-1`, `-2` at the end of their names, and higher numbers. The files' times are that of the download.
 *
 * Source: `add_submission` to `sanitize_user_name` in lib/content_zipper.rb of
 * https://github.com/instructure/canvas-lms, and https://github.com/instructure/canvas-lms/issues/2219
 */
export const canvas: Layout = {
  name: "Canvas",
  keepsTimes: false,
  place({ files, assignment }) {
    const handedIn = files.filter((file) => (isNotebook(file) || isZip(file)) && !isCheckpoint(file));
    const around = commonFolders(handedIn.length > 0 ? handedIn : files).length;
    const placed = files
      .filter(({ segments }) => segments.length === around + 1)
      .map((file) => placeOf(file, assignment))
      .filter((place) => place !== undefined);
    const here = new Set(placed.map(({ file }) => file.path));
    return handedIn.every(({ path }) => here.has(path)) ? placed : undefined;
  },
};

function placeOf(file: FoundFile, assignment: string): Placement | undefined {
  const found = (anonymous.exec(nameOf(file)) ?? uploaded.exec(nameOf(file)))?.groups;
  const { name, user, id, ownName = "", late } = found ?? {};
  if (name === undefined || user === undefined || name !== name.toLowerCase()) return undefined;
  const student = `${name}_${user}`;
  const segments = [
    student,
    ...(id === undefined ? [nameOf(file)] : [id, withoutCount(ownName, assignment)]),
  ];
  return {
    student,
    ...(name !== "anon" && { name }),
    ids: { ...(name !== "anon" && { canvas_user: user }), ...(id !== undefined && { canvas_file: id }) },
    markedLate: late !== undefined,
    file: { ...file, segments },
  };
}

/** `Initialization-2.ipynb` is Initialization.ipynb, submitted for the third time. */
function withoutCount(name: string, assignment: string): string {
  const stem = stemOf(name);
  const first = stem.replace(/-\d+$/, "");
  return first.toLowerCase() === assignment.toLowerCase() ? first + name.slice(stem.length) : name;
}
