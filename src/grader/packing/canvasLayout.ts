import { pathPart } from "./pathPart.js";
import type { UploadEntry, UploadLayout } from "./UploadLayout.js";

/**
 * Canvas's "Re-Upload Submissions": files called as in the download of submissions, `doeana_12345_678910_…`. Canvas goes
 * by the two numbers, and attaches each file to a comment under the name of the file that the student had handed in: so
 * feedback on a notebook is a notebook, and feedback on a zip is a zip.
 *
 * Source: `generate_comments_from_files` and `infer_comment_context_from_filename` in
 * https://github.com/instructure/canvas-lms/blob/master/app/models/abstract_assignment.rb, and
 * https://github.com/instructure/canvas-lms/issues/2406
 */
export const canvasLayout: UploadLayout = {
  leftOut: "as their files do not come from Canvas's download, or are neither notebooks nor zips",
  entryFor({ student, ids, handedIn = "" }) {
    const file = ids?.canvas_file;
    const ending = /\.(?:ipynb|zip|html?)$/i.exec(handedIn)?.[0].toLowerCase();
    if (file === undefined || ending === undefined) return undefined;
    return { path: `${pathPart(student)}_${file}_feedback${ending}`, ...contentFor(ending) };
  },
};

function contentFor(ending: string): Omit<UploadEntry, "path"> {
  if (ending === ".ipynb") return { file: canvasNotebook };
  return { file: "feedback.html", isZipped: ending === ".zip" };
}

/** Below the student's folder: feedback as a notebook. */
export const canvasNotebook = "canvas/feedback.ipynb";
