import type { Metadata, Notebook } from "../Notebook.js";
import { splitLines } from "./multiline.js";
import { pythonFloat } from "./pythonFloat.js";

/**
 * Writes a notebook byte for byte as JupyterLab saves it: keys sorted, one space of indentation, texts split
 * into lines, characters beyond ASCII as they are, a line break at the end. What the format calls transient is
 * left out.
 *
 * Source: nbformat/v4/nbjson.py, JSONWriter; nbformat/v4/rwbase.py, strip_transient
 */
export function serializeNotebook(notebook: Notebook): string {
  const file = splitLines(notebook);
  const cells = file.cells.map((cell) => ({ ...cell, metadata: without(cell.metadata, "trusted") }));
  const metadata = without(file.metadata, "orig_nbformat", "orig_nbformat_minor", "signature");
  return `${serialize({ ...file, cells, metadata }, "\n")}\n`;
}

function serialize(value: unknown, newline: string): string {
  const inner = `${newline} `;
  if (Array.isArray(value)) {
    return enclose(
      "[",
      value.map((item) => serialize(item, inner)),
      "]",
      newline,
    );
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => compareAsPython(a, b))
      .map(([key, item]) => `${JSON.stringify(key)}: ${serialize(item, inner)}`);
    return enclose("{", entries, "}", newline);
  }
  return typeof value === "number" ? serializeNumber(value) : (JSON.stringify(value) ?? "null");
}

function enclose(open: string, items: readonly string[], close: string, newline: string): string {
  return items.length === 0
    ? open + close
    : `${open}${newline} ${items.join(`,${newline} `)}${newline}${close}`;
}

/** What the browser sends as a whole number stays one; anything else goes through a Python float. */
function serializeNumber(value: number): string {
  const sent = JSON.stringify(value);
  return sent === "null" || /^-?\d+$/.test(sent) ? sent : pythonFloat(value);
}

/** Python sorts texts by code point, JavaScript by UTF-16 unit; UTF-8 has the order of the code points. */
function compareAsPython(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function without(metadata: Metadata, ...keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !keys.includes(key)));
}
