import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { zipFiles } from "../../instructor/zip/zipFiles.js";
import { writeWhole } from "../../notebook/index.js";
import type { GradeRow } from "../gradebook/index.js";
import { tellStudents } from "../reports/index.js";
import { canvasLayout } from "./canvasLayout.js";
import { gradescopeLayout } from "./gradescopeLayout.js";
import { moodleLayout } from "./moodleLayout.js";
import { nbgraderLayout } from "./nbgraderLayout.js";
import type { UploadEntry, UploadLayout } from "./UploadLayout.js";
import { zipLazily } from "./zipLazily.js";

/** Systems for which feedback can be packed. */
export const packings = ["moodle", "canvas", "gradescope", "nbgrader"] as const;
export type Packing = (typeof packings)[number];

const layouts: Readonly<Record<Packing, UploadLayout>> = {
  moodle: moodleLayout,
  canvas: canvasLayout,
  gradescope: gradescopeLayout,
  nbgrader: nbgraderLayout,
};

export interface PackRequest {
  readonly packing: Packing;
  /** Of the gradebook. */
  readonly rows: readonly GradeRow[];
  /** The folder for all, with the students' folders in it. */
  readonly out: string;
  /** What the assignment is called. */
  readonly assignment: string;
}

export interface Packed {
  readonly file: string;
  /** How many students have their feedback in it. */
  readonly count: number;
  /** Printable sentences. */
  readonly warnings: readonly string[];
}

/**
 * Packs the students' feedback as a system takes it, in `out/feedback-SYSTEM.zip`. The same feedback makes the same
 * bytes. Who handed in nothing has no feedback; where nobody has any that the system takes, there is no file.
 */
export async function packFeedback({ packing, rows, out, assignment }: PackRequest): Promise<Packed> {
  const layout = layouts[packing];
  const name = packedFile(packing);
  const files = new Map<string, () => Promise<Uint8Array>>();
  const leftOut: GradeRow[] = [];
  const withoutPage: GradeRow[] = [];
  for (const row of rows) {
    if (row.folder === undefined) continue;
    const entry = layout.entryFor(row, assignment);
    if (entry === undefined || files.has(entry.path)) leftOut.push(row);
    else if (!(await isFile(join(out, row.folder, entry.file)))) withoutPage.push(row);
    else files.set(entry.path, reader(entry, join(out, row.folder)));
  }
  const file = join(out, name);
  // Nobody takes an empty zip; one of an earlier run would tell of others.
  if (files.size === 0) await rm(file, { force: true });
  else await writeWhole(file, zipLazily(files));
  const warnings = [
    ...(files.size === 0 ? [`There is no ${name}: nobody's feedback belongs in it.`] : []),
    ...tellStudents(leftOut, `Not in ${name}, ${layout.leftOut}`),
    ...tellStudents(withoutPage, `Not in ${name}, as there is no feedback of them`),
  ];
  return { file, count: files.size, warnings };
}

/** The name of the zip for a system. */
export function packedFile(packing: Packing): string {
  return `feedback-${packing}.zip`;
}

function reader({ file, isZipped = false }: UploadEntry, folder: string): () => Promise<Uint8Array> {
  return async () => {
    const content = await readFile(join(folder, file));
    return isZipped ? zipFiles(new Map([[file, content]])) : content;
  };
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
