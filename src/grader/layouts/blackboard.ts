import { type FoundFile, isCheckpoint, isNotebook, isZip, nameOf } from "../files/index.js";
import { parseTime } from "../time/index.js";
import type { Layout, Placement } from "./Layout.js";

const form =
  /^.*_(?<student>[^_]+)_attempt_(?<time>\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d)(?:_(?<ownName>.+)|\.txt)$/;

/**
 * Files called like `ps1_bitdiddle_attempt_2016-01-30-15-00-00_problem1.ipynb`, as Blackboard names them and nbgrader's
 * documentation of `zip_collect` shows them. The time is that of the server's time zone, which is taken for ours.
 *
 * Source: https://nbgrader.readthedocs.io/en/stable/user_guide/managing_assignment_files_manually.html
 */
export const blackboard: Layout = {
  name: "Blackboard",
  keepsTimes: false,
  place({ files }) {
    const handedIn = files.filter((file) => (isNotebook(file) || isZip(file)) && !isCheckpoint(file));
    if (!handedIn.every((file) => form.test(nameOf(file)))) return undefined;
    return files.map(placeOf).filter((place) => place !== undefined);
  },
};

function placeOf(file: FoundFile): Placement | undefined {
  const { student, time, ownName } = form.exec(nameOf(file))?.groups ?? {};
  if (student === undefined || time === undefined) return undefined;
  const at = parseTime(time);
  return {
    student,
    attempt: time,
    ...(at !== undefined && { submitted: async () => ({ at, from: "the file's name" }) }),
    file: { ...file, segments: [student, time, ownName ?? nameOf(file)] },
  };
}
