import type { FoundFile } from "../files/index.js";
import { isCheckpoint, isNotebook, isZip } from "../files/index.js";
import type { Layout, Placement, Root } from "./Layout.js";

/** Underscores in names have become spaces. A group's folder has the group's number, the default group's none. */
const part =
  /^(?<name>[^_]+)(?:_(?<participant>\d+))?_assignsubmission_(?<plugin>[a-z]+)(?:_(?<ownName>.*))?$/;

/**
 * Moodle's "Download all submissions": a folder for each student, `Ana Doe_1234567_assignsubmission_file_` (newer
 * versions leave the last underscore out), or, without "Download submissions in folders", all files in one, with that
 * in front of their names. The number is the participant's in this assignment; in blind marking everybody is called
 * Participant. What was typed into the page (`…_assignsubmission_onlinetext_`) holds no notebook.
 *
 * The files' times are that of the download.
 *
 * Source: `get_student_prefix` and `load_submissionplugin_filelist` in mod/assign/classes/downloader.php, and
 * files/classes/local/archive_writer/zip_writer.php, of https://github.com/moodle/moodle
 */
export const moodle: Layout = {
  name: "Moodle",
  keepsTimes: false,
  place(root) {
    const placed = root.files.map((file) => placeOf(file, root));
    const isOurs = (file: FoundFile, at: number): boolean => placed[at] !== undefined || !isHandedIn(file);
    if (!root.files.every(isOurs)) return undefined;
    return placed.filter((place) => place !== undefined && place !== "typed");
  },
};

function isHandedIn(file: FoundFile): boolean {
  return (isNotebook(file) || isZip(file)) && !isCheckpoint(file);
}

function placeOf(file: FoundFile, { name: rootName }: Root): Placement | "typed" | undefined {
  const segments = [rootName, ...file.segments];
  const at = segments.findIndex((segment) => part.test(segment));
  const { name, participant, plugin, ownName } = part.exec(segments[at] ?? "")?.groups ?? {};
  if (name === undefined) return undefined;
  if (plugin === "onlinetext" && isHandedIn(file)) return "typed";
  const student = participant === undefined ? name : `${name}_${participant}`;
  const below = [...(ownName ? [ownName] : []), ...segments.slice(at + 1)];
  return {
    student,
    name,
    ...(participant !== undefined && { ids: { moodle_participant: participant } }),
    file: { ...file, segments: [student, ...below] },
  };
}
