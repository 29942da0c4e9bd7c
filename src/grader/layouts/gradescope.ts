import { type FoundFile, nameOf } from "../files/index.js";
import { type GradescopeSubmission, type GradescopeSubmitter, readMetadata } from "./gradescopeMetadata.js";
import type { Layout, Placement } from "./Layout.js";

/**
 * Gradescope's "Export Submissions": `assignment_123_export/submission_456/…`, and beside these folders
 * `submission_metadata.yml`, which says whose each of them is and when it was handed in. What a group handed in is
 * each member's. Without the file nothing says whose a folder is. A student is called by the e-mail, which is all that an
 * autograder on Gradescope is told: so its hidden inputs are those of a run over the export.
 *
 * Source: https://guides.gradescope.com/hc/en-us/articles/22239057709453-Exporting-Grades-Evaluations-and-Submissions;
 * the keys of the file as programs read
 * them, such as https://github.com/matthigger/gradescope_auto_py (`:submitters`, `:name`, `:email`, `:sid`, `:created_at`)
 */
export const gradescope: Layout = {
  name: "Gradescope",
  keepsTimes: false,
  async place({ files }) {
    const metadata = files
      .filter((file) => nameOf(file) === "submission_metadata.yml")
      .toSorted((a, b) => a.segments.length - b.segments.length)[0];
    const submissions = metadata && (await readMetadata(metadata));
    if (submissions === undefined) return undefined;
    const depth = metadata?.segments.slice(0, -1).length ?? 0;
    return files
      .filter((file) => file !== metadata && file.segments.length > depth)
      .flatMap((file) => {
        const folder = file.segments[depth] ?? "";
        const submission = submissions.get(folder);
        return submission === undefined ? [] : placesOf(file, folder, submission);
      });
  },
};

function placesOf(
  file: FoundFile,
  folder: string,
  { submitters, submittedAt }: GradescopeSubmission,
): Placement[] {
  const submitted = submittedAt === undefined ? undefined : { at: submittedAt, from: "Gradescope" as const };
  return submitters.map(({ sid, email, name }: GradescopeSubmitter) => ({
    student: email?.toLowerCase() ?? sid ?? (name === undefined ? folder : `${name}_${folder}`),
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ids: { ...(sid !== undefined && { gradescope_sid: sid }), gradescope_submission: folder },
    attempt: folder,
    file: { ...file, segments: file.segments.slice(file.segments.indexOf(folder)) },
    submitted: async () => submitted,
  }));
}
