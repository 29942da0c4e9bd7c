import { pathPart } from "./pathPart.js";
import type { UploadLayout } from "./UploadLayout.js";

/**
 * nbgrader's feedback folder, to be unpacked in the course's: `feedback/STUDENT/ASSIGNMENT/NOTEBOOK.html`, from where
 * `nbgrader release_feedback` takes it.
 *
 * Source: https://nbgrader.readthedocs.io/en/stable/user_guide/philosophy.html
 */
export const nbgraderLayout: UploadLayout = {
  leftOut: "as they handed in no notebook",
  entryFor({ student, handedIn = "" }, assignment) {
    const notebook = /^(.+)\.ipynb$/i.exec(handedIn)?.[1];
    if (notebook === undefined) return undefined;
    const path = ["feedback", student, assignment, `${notebook}.html`].map(pathPart).join("/");
    return { path, file: "feedback.html" };
  },
};
