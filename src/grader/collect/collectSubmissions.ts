import { stat } from "node:fs/promises";
import { basename, dirname, resolve, sep } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import { printable, type ReadLimits, readSubmission, UnreadableError } from "../submission/index.js";
import { chooseNotebook } from "./chooseNotebook.js";
import { isClutter, isZip, stemOf } from "./fileKinds.js";
import { layouts, type Placement, type Root } from "./Layout.js";
import { listArchive } from "./listArchive.js";
import { compareNames, fileOnDisk, listFolder } from "./listFolder.js";
import type { FoundFile, Submission, Submitted, Tell } from "./Submission.js";

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
 * their own, so that each folder of `alice/a.ipynb bob/a.ipynb` is a student. All that somebody handed in, wherever it
 * was found, is one submission: see `chooseNotebook`.
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
  for (const root of await findRoots(paths, assignment, tell)) {
    for (const placement of placeAll(root)) {
      const student = placement.student.normalize("NFC");
      const placed = { ...placement, wasNamed: root.name === "" };
      const list = students.get(student);
      if (list === undefined) students.set(student, [placed]);
      else list.push(placed);
    }
  }
  for (const student of [...students.keys()].sort(compareNames)) {
    yield await submissionOf(student, students.get(student) ?? [], assignment, tell, limits);
    students.delete(student);
  }
}

type Placed = Placement & { readonly wasNamed: boolean };

async function submissionOf(
  student: string,
  placed: readonly Placed[],
  assignment: string,
  tell: Tell,
  limits?: ReadLimits,
): Promise<Submission> {
  const files: FoundFile[] = [];
  const faults: string[] = [];
  for (const { file } of placed) {
    if (isZip(file) && file.depth < 2) files.push(...(await unpack(file, tell, faults)));
    else files.push(file);
  }
  const wereNamed = placed.every(({ wasNamed, file }) => wasNamed && !isZip(file));
  const chosen = chooseNotebook(files, assignment, wereNamed);
  if (chosen.file !== undefined) {
    const { file, notes } = chosen;
    const { modified: at } = file;
    const submitted: Submitted | undefined = at === undefined ? undefined : { at, from: "the file's time" };
    return {
      student,
      path: file.path,
      ...(submitted && { submitted }),
      notes,
      read: () => readSubmission(file.read(), limits),
    };
  }
  const reason = faults[0] ?? chosen.reason;
  const path = placed[0]?.file.path ?? printable(student);
  return { student, path, notes: [], read: () => readSubmission(nothingBut(reason), limits) };
}

async function unpack(archive: FoundFile, tell: Tell, faults: string[]): Promise<FoundFile[]> {
  try {
    return (await listArchive(archive, tell)).filter((file) => !isClutter(file));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    faults.push(error.message);
    return [];
  }
}

// biome-ignore lint/correctness/useYield: a stream of bytes that breaks off before the first one
async function* nothingBut(reason: string): AsyncGenerator<Uint8Array, void, undefined> {
  throw new UnreadableError(reason);
}

function placeAll(root: Root): readonly Placement[] {
  for (const layout of layouts) {
    const placed = layout.place(root);
    if (placed !== undefined && placed.length > 0) return placed;
  }
  // An archive without notebooks is somebody's all the same; what is wrong with it shows when it is unpacked again.
  if (root.archive !== undefined) return [{ student: root.name, file: root.archive }];
  root.tell(`There are no notebooks in ${printable(root.name)}.`);
  return [];
}

async function findRoots(paths: readonly string[], assignment: string, tell: Tell): Promise<Root[]> {
  const roots: Root[] = [];
  const named: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((error) => {
      throw new UsageError(`${printable(path, 300)} cannot be read: ${printable(error.message, 300)}.`);
    });
    if (!found.isDirectory() && !found.isFile()) {
      throw new UsageError(`${printable(path, 300)} is neither a file nor a folder.`);
    }
    const name = stemOf(basename(resolve(path)));
    if (found.isDirectory()) {
      const files = (await listFolder(path, tell)).filter((file) => !isClutter(file));
      const above = resolve(path).split(sep);
      roots.push({ name: name || "folder", isArchive: false, above, files, assignment, tell });
    } else if (/\.zip$/i.test(path)) {
      const archive = await fileOnDisk(resolve(path), [basename(path)], path);
      const files = await unpack(archive, tell, []);
      roots.push({ name, isArchive: true, archive, above: [], files, assignment, tell });
    } else named.push(path);
  }
  return named.length === 0 ? roots : [...roots, await rootOfNamed(named, assignment, tell)];
}

/** Files that were named lie below the folder that they have in common, or below nbgrader's. */
async function rootOfNamed(paths: readonly string[], assignment: string, tell: Tell): Promise<Root> {
  const folders = paths.map((path) => dirname(resolve(path)).split(sep));
  const [first = [], ...rest] = folders;
  const different = first.findIndex((folder, at) => rest.some((other) => other[at] !== folder));
  const isCourse = folders.every((folder) => folder.at(-3) === "submitted");
  const common = different < 0 ? first.length : different;
  const files: FoundFile[] = [];
  for (const [at, path] of paths.entries()) {
    const folder = folders[at] ?? [];
    const below = folder.slice(isCourse ? -3 : Math.min(common, folder.length));
    files.push(await fileOnDisk(resolve(path), [...below, basename(path)], path));
  }
  return { name: "", isArchive: false, above: [], files, assignment, tell };
}
