import { printable } from "./printable.js";
import type { SubmissionCell, SubmissionNotebook } from "./SubmissionNotebook.js";
import { UnreadableError } from "./UnreadableError.js";

export type NotebookContent = Omit<SubmissionNotebook, "kind" | "hash">;

type Json = Readonly<Record<string, unknown>>;

/**
 * Takes the cells out of a notebook's JSON, of format 4 or of the older 3, whose parts have other names. Nothing in
 * it is believed: what is needed has to have its type, the rest may be anything.
 *
 * Source: https://nbformat.readthedocs.io/en/latest/format_description.html and nbformat/v4/convert.py
 *
 * @throws {UnreadableError} when it is no notebook
 */
export function notebookContent(json: unknown): NotebookContent {
  if (!isObject(json))
    throw new UnreadableError("it is JSON, but not a notebook: that is an object with cells.");
  const format = formatOf(json);
  const cells = format === 4 ? listOf(json.cells, '"cells"') : cellsOfWorksheets(json);
  const metadata = isObject(json.metadata) ? json.metadata : {};
  const release = releaseOf(metadata.initlab);
  return {
    cells: cells.map((cell, index) => readCell(cell, `cell ${index + 1}`, format === 4 ? "source" : "input")),
    ...(release && { release }),
    notes: [
      ...(format === 4 ? [] : [`It is in the old notebook format ${format} and was converted.`]),
      ...kernelNotes(metadata.kernelspec),
    ],
  };
}

function formatOf(json: Json): number {
  const { nbformat } = json;
  if (nbformat === undefined) {
    throw new UnreadableError('it is JSON, but not a notebook: it has no "nbformat".');
  }
  if (nbformat === 2 || nbformat === 3 || nbformat === 4) return nbformat;
  throw new UnreadableError(
    `its notebook format is ${shown(nbformat)}; formats 3 and 4 can be read. Save it again with JupyterLab 4.`,
  );
}

function cellsOfWorksheets(json: Json): readonly unknown[] {
  return listOf(json.worksheets, '"worksheets"').flatMap((sheet, index) =>
    listOf(isObject(sheet) ? sheet.cells : sheet, `"cells" of worksheet ${index + 1}`),
  );
}

function readCell(cell: unknown, name: string, codeKey: "source" | "input"): SubmissionCell {
  if (!isObject(cell)) throw new UnreadableError(`${name} should be an object, but is ${shown(cell)}.`);
  const cellType = typeOf(cell.cell_type, name);
  const source = textOf(cellType === "code" ? cell[codeKey] : cell.source, name);
  const metadata = isObject(cell.metadata) ? cell.metadata : {};
  const gradeId = isObject(metadata.nbgrader) ? metadata.nbgrader.grade_id : undefined;
  return {
    cellType,
    source: cell.cell_type === "heading" ? `${"#".repeat(levelOf(cell.level))} ${source}` : source,
    ...(isName(cell.id) && { id: cell.id }),
    ...(isName(gradeId) && { gradeId }),
    skip: Array.isArray(metadata.tags) && metadata.tags.includes("skip-grading"),
  };
}

function typeOf(type: unknown, name: string): SubmissionCell["cellType"] {
  if (type === "code" || type === "markdown" || type === "raw") return type;
  if (type === "heading" || type === "html") return "markdown";
  throw new UnreadableError(`the type of ${name} should be code, markdown or raw, but is ${shown(type)}.`);
}

function textOf(source: unknown, name: string): string {
  const text =
    Array.isArray(source) && source.every((line) => typeof line === "string") ? source.join("") : source;
  if (typeof text !== "string") {
    throw new UnreadableError(
      `the source of ${name} should be text or a list of lines, but is ${shown(source)}.`,
    );
  }
  // Half a surrogate pair is no character, and cannot be written as UTF-8 later on.
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\u{fffd}");
}

function releaseOf(initlab: unknown): { name: string; version: string } | undefined {
  const { name, version } = isObject(initlab) ? initlab : {};
  return isText(name) && isText(version) ? { name, version } : undefined;
}

function kernelNotes(kernelspec: unknown): string[] {
  const { name } = isObject(kernelspec) ? kernelspec : {};
  if (name === "tslab") return [];
  const kernel = isText(name) ? `for the kernel "${printable(name)}"` : "without the name of a kernel";
  return [`The notebook was saved ${kernel}; it was run with TypeScript all the same.`];
}

function levelOf(level: unknown): number {
  return typeof level === "number" ? Math.min(Math.max(Math.trunc(level), 1), 6) || 1 : 1;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableError(
    `it is JSON, but not a notebook: ${name} should be a list, but is ${value === undefined ? "missing" : shown(value)}.`,
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= 200;
}

/** What a cell may be called: nbgrader's grade_id and Jupyter's id. */
function isName(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{1,100}$/.test(value);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return value === null ? "null" : "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? `"${printable(value, 40)}"` : String(value);
}
