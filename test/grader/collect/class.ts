// Classes of notebooks for tests, in folders and archives, and what is collected of them.
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { collectSubmissions, type Submission } from "../../../src/grader/collect/index.js";
import { type Files, zip } from "./zip.js";

export const top: string = mkdtempSync(join(tmpdir(), "collect-"));
afterAll(() => rmSync(top, { recursive: true }));
let folders = 0;

/** A notebook with one cell, which holds the text. */
export function notebook(text: string): string {
  const metadata = {};
  return JSON.stringify({
    cells: [{ cell_type: "code", source: text }],
    metadata,
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** A new folder with these files; its path. */
export async function folder(files: Files, name: string = "class"): Promise<string> {
  const root = join(top, String(folders++), name);
  await mkdir(root, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const place = join(root, name);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return root;
}

/** A new archive with these files; its path. */
export async function archive(files: Files, name: string = "class.zip"): Promise<string> {
  return join(await folder({ [name]: await zip(files) }), name);
}

export interface Collected {
  readonly submissions: Submission[];
  readonly told: string[];
}

export async function collect(...paths: string[]): Promise<Collected> {
  const told: string[] = [];
  const submissions: Submission[] = [];
  const options = { assignment: "Initialization", tell: (message: string) => told.push(message) };
  for await (const submission of collectSubmissions(paths, options)) submissions.push(submission);
  return { submissions, told };
}

/** For each student the one cell's source, or why there is none. */
export async function read({ submissions }: Pick<Collected, "submissions">): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const submission of submissions) {
    const content = await submission.read();
    const text =
      content.kind === "notebook" ? content.cells.map(({ source }) => source).join() : content.reason;
    Object.defineProperty(found, submission.student, { value: text, enumerable: true });
  }
  return found;
}

export async function readAll(...paths: string[]): Promise<Record<string, string>> {
  return read(await collect(...paths));
}
