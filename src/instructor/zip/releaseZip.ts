import { type Notebook, writeWhole } from "../../notebook/index.js";
import { studentFiles } from "./studentFiles.js";
import { zipFiles } from "./zipFiles.js";

export interface ZipRequest {
  /** The project's folder, built. */
  readonly root: string;
  /** The students' notebook, released. */
  readonly notebook: Notebook;
  /** What it is called in the zip. */
  readonly file: string;
  /** The zip. */
  readonly target: string;
}

/**
 * Writes what a student downloads: the notebook and all that it runs on, in one folder that is named after the
 * assignment and its version. The same files make the same bytes.
 *
 * @returns how many bytes the zip has
 */
export async function releaseZip({ root, notebook, file, target }: ZipRequest): Promise<number> {
  const files = await studentFiles(root, notebook, file);
  const folder = folderOf(notebook);
  const zip = await zipFiles(new Map([...files].map(([path, content]) => [`${folder}/${path}`, content])));
  await writeWhole(target, zip);
  return zip.length;
}

function folderOf({ metadata }: Notebook): string {
  const { name, version } = metadata.initlab as { name: string; version: string };
  const words = `${name}-${version}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
  return words.replace(/^[.-]+/, "") || "assignment";
}
