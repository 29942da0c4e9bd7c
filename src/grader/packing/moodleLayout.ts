import type { GradeRow } from "../gradebook/index.js";
import { rosterCell } from "../reports/index.js";
import { pathPart } from "./pathPart.js";
import type { UploadLayout } from "./UploadLayout.js";

/**
 * Moodle's "Upload multiple feedback files in a zip": a folder for each student, called as in the download of
 * submissions, `Ana Doe_1234567_assignsubmission_file`. Moodle reads the number and the two words after it; the number
 * comes from the download, or from the roster's column `Identifier`.
 *
 * Source: `is_valid_filename_for_import` in
 * https://github.com/moodle/moodle/blob/main/mod/assign/feedback/file/importziplib.php
 */
export const moodleLayout: UploadLayout = {
  leftOut: "as neither Moodle's download nor the roster tells their identifier",
  entryFor(row) {
    const participant = participantOf(row);
    if (participant === undefined) return undefined;
    const name = pathPart(row.name ?? row.student).replaceAll("_", " ");
    return { path: `${name}_${participant}_assignsubmission_file/feedback.html`, file: "feedback.html" };
  },
};

function participantOf(row: GradeRow): string | undefined {
  return row.ids?.moodle_participant ?? /(\d+)\s*$/.exec(rosterCell(row, "Identifier") ?? "")?.[1];
}
