import type { Tell } from "../files/index.js";
import { layouts, type Placement, type Root } from "../layouts/index.js";
import { printable, type ReadLimits } from "../submission/index.js";
import { compareStudents } from "./compareStudents.js";
import { findRoots } from "./findRoots.js";
import type { Submission } from "./Submission.js";
import { type Placed, submissionOf } from "./submissionOf.js";

export interface CollectOptions {
  /** What the assignment is called: notebooks with its name are preferred, and say nothing about the student. */
  readonly assignment: string;
  /** Is told what was left aside. */
  readonly tell?: Tell;
  readonly limits?: ReadLimits;
}

/**
 * Finds the submissions in files, folders and zip archives, one for each student, in the order of the students' names.
 * How the files lie in folders says whose they are: see `layouts`. Files that are named one by one form a class of
 * their own, so that each folder of `alice/a.ipynb bob/a.ipynb` is a student. Of several submissions of a student one
 * counts: see `chooseAttempt`; of several files in it, too: see `chooseNotebook`.
 *
 * Only names are held in memory; nothing is written to the disk.
 *
 * @throws {UsageError} when a path leads nowhere
 */
export async function* collectSubmissions(
  paths: readonly string[],
  { assignment, tell = () => {}, limits }: CollectOptions,
): AsyncGenerator<Submission, void, undefined> {
  const students = new Map<string, Placed[]>();
  for (const [index, root] of (await findRoots(paths, assignment, tell)).entries()) {
    for (const placed of await placeAll(root, index)) {
      const student = placed.student.normalize("NFC");
      const list = students.get(student);
      if (list === undefined) students.set(student, [placed]);
      else list.push(placed);
    }
  }
  for (const student of [...students.keys()].sort(compareStudents)) {
    yield await submissionOf(student, students.get(student) ?? [], { assignment, tell, limits });
    students.delete(student);
  }
}

async function placeAll(root: Root, index: number): Promise<Placed[]> {
  for (const layout of layouts) {
    const placed = (await layout.place(root)) ?? [];
    if (placed.length === 0) continue;
    const { keepsTimes } = layout;
    return placed.map((placement) => ({
      ...placement,
      keepsTimes,
      root: root.name,
      key: `${index}/${placement.attempt ?? ""}`,
    }));
  }
  return nobodys(root).map((placement) => ({
    ...placement,
    keepsTimes: true,
    root: root.name,
    key: `${index}/`,
  }));
}

/** An archive without notebooks is somebody's all the same; what is wrong with it shows when it is unpacked again. */
function nobodys({ archive, name, tell }: Root): Placement[] {
  if (archive !== undefined) return [{ student: name, file: archive }];
  tell(`There are no notebooks in ${printable(name)}.`);
  return [];
}
