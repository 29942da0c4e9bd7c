import type { UploadLayout } from "./UploadLayout.js";

/**
 * A folder for each student. Gradescope takes no feedback files of programming assignments in bulk (its own way is the
 * autograder, which shows results.json): this zip is for handing out by hand.
 */
export const gradescopeLayout: UploadLayout = {
  leftOut: "as they handed in nothing",
  entryFor({ folder }) {
    return folder === undefined ? undefined : { path: `${folder}/feedback.html`, file: "feedback.html" };
  },
};
