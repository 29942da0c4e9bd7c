import type { Cell, MimeBundle, Notebook, Output } from "../Notebook.js";
import type { FileNotebook } from "./notebookSchema.js";

type FileCell = FileNotebook["cells"][number];
type FileOutput = Extract<FileCell, { cell_type: "code" }>["outputs"][number];

/** Makes one string of every text that the file splits into lines. */
export function joinLines(file: FileNotebook): Notebook {
  return { ...file, cells: file.cells.map(joinCell) };
}

/**
 * Splits texts into lines as nbformat does: sources, what was printed, and the MIME types that are text.
 *
 * Source: nbformat/v4/rwbase.py, split_lines
 */
export function splitLines(notebook: Notebook): FileNotebook {
  return { ...notebook, cells: notebook.cells.map(splitCell) };
}

function joinCell(cell: FileCell): Cell {
  const parts = {
    ...cell,
    source: join(cell.source),
    ...(cell.attachments && { attachments: mapValues(cell.attachments, joinBundle) }),
  };
  return (cell.cell_type === "code" ? { ...parts, outputs: cell.outputs.map(joinOutput) } : parts) as Cell;
}

function joinOutput(output: FileOutput): Output {
  const { text, data, ...rest } = output;
  return {
    ...rest,
    ...(text !== undefined && { text: join(text) }),
    ...(data !== undefined && { data: joinBundle(data) }),
  };
}

function joinBundle(bundle: MimeBundle): MimeBundle {
  return mapValues(bundle, (value, type) => (isJson(type) || !isLines(value) ? value : value.join("")));
}

function splitCell(cell: Cell): FileCell {
  const parts = {
    ...cell,
    source: split(cell.source),
    ...(cell.attachments && { attachments: mapValues(cell.attachments, splitBundle) }),
  };
  return (
    cell.cell_type === "code" ? { ...parts, outputs: cell.outputs.map(splitOutput) } : parts
  ) as FileCell;
}

function splitOutput(output: Output): FileOutput {
  const { text, data, ...rest } = output;
  return {
    ...rest,
    ...(text !== undefined && { text: output.output_type === "stream" ? split(text) : text }),
    ...(data !== undefined && { data: splitBundle(data) }),
  } as FileOutput;
}

function splitBundle(bundle: MimeBundle): Record<string, unknown> {
  return mapValues(bundle, (value, type) =>
    typeof value === "string" && isSplit(type) ? split(value) : value,
  );
}

function join(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** Python's `splitlines(True)`, which knows more line ends than JavaScript does. */
function split(text: string): string[] {
  return text.match(lineWithEnd) ?? [];
}

const ends = "\\r\\n\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029";
const lineWithEnd = new RegExp(`[^${ends}]*(?:\\r\\n|[${ends}])|[^${ends}]+`, "g");

function isJson(type: string): boolean {
  return type === "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

function isSplit(type: string): boolean {
  return type.startsWith("text/") || type === "application/javascript" || type === "image/svg+xml";
}

function isLines(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === "string");
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In, key: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
