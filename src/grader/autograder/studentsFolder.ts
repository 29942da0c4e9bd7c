import type { Submission } from "../collect/index.js";
import { submissionOf } from "../collect/submissionOf.js";
import { isClutter, listFolder } from "../files/index.js";
import { nothingBut, printable, readSubmission } from "../submission/index.js";

/**
 * What a student handed in: everything below a folder, those in archives too, is one student's, whatever the files are
 * called.
 *
 * @param assignment what the assignment is called
 */
export async function studentsFolder(
  folder: string,
  student: string,
  assignment: string,
): Promise<Pick<Submission, "notes" | "read">> {
  const tell = (message: string): void => console.log(printable(message, 500));
  const files = (await listFolder(folder, tell)).filter((file) => !isClutter(file));
  const placed = files.map((file) => ({ student, file, key: "", root: "submission", keepsTimes: false }));
  if (placed.length > 0) return submissionOf(student, placed, { assignment, tell, limits: undefined });
  return {
    notes: [],
    read: () => readSubmission(nothingBut("no notebook was handed in. Hand in the .ipynb file.")),
  };
}
