// Notebooks broken at random: in their structure, in how they are written, and in their bytes.
import fc from "fast-check";
import { bytesOf, released, solved } from "../fixtures/course.js";

export interface BrokenNotebook {
  /** What was done to it, for whoever looks into a failure. */
  readonly steps: readonly string[];
  readonly bytes: Uint8Array;
}

type Json = unknown;
type Cells = Record<string, Json>[];
type Step<Value> = fc.Arbitrary<readonly [name: string, change: (value: Value) => Value]>;

const texts = [bytesOf(solved), bytesOf(released)].map((bytes) => Buffer.from(bytes).toString());

const hostileTexts = [
  "",
  " \n\t",
  "\0",
  "\u001b[2J\u001b]0;title\u0007",
  "\u202eevil",
  "\ud800",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "../../x",
  "a".repeat(3000),
  "`${",
  "/*",
  "function f(",
  "}))]",
  "\\",
  "é".repeat(100),
  "<<<<<<< HEAD\n",
  "function initialize_parameters_zeros() {",
  "const initialize_parameters_he = 1;",
  "skip-grading",
  "model",
  "🙂\u200d🙂",
];
const oddValues: Json[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  [null],
  ["a", 1],
  { a: { b: [] } },
  JSON.parse('{"__proto__": {"cells": []}}'),
  JSON.parse("[".repeat(300) + "]".repeat(300)),
  Array(300).fill({}),
];

/** Sets, takes out or doubles something anywhere in the notebook. */
const anywhere: Step<Json> = fc
  .record({
    path: fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
    kind: fc.nat(3),
    value: fc.constantFrom(...oddValues),
  })
  .map(
    ({ path, kind, value }) =>
      [
        "something set, taken out or doubled",
        (notebook) => {
          const at = (turns: number[], node: Json): void => {
            if (typeof node !== "object" || node === null) return;
            const keys = Object.keys(node);
            const [turn = 0, ...rest] = turns;
            const key = keys[turn % Math.max(keys.length, 1)];
            if (key === undefined) return;
            const parent = node as Record<string, Json>;
            if (rest.length > 0 && typeof parent[key] === "object" && parent[key] !== null)
              at(rest, parent[key]);
            else if (kind === 0 && Array.isArray(node)) node.splice(Number(key), 1);
            else if (kind === 0) delete parent[key];
            else if (kind === 1 && Array.isArray(node))
              node.splice(turn % node.length, 0, structuredClone(node[turn % node.length]));
            else
              Object.defineProperty(parent, key, {
                value: structuredClone(value),
                enumerable: true,
                writable: true,
                configurable: true,
              });
          };
          at(path, notebook);
          return notebook;
        },
      ] as const,
  );

/** What students and editors do to cells. */
const cellChanges: Record<string, (cells: Cells, one: number, other: number) => void> = {
  "cell deleted": (cells, one) => cells.splice(one, 1),
  "cell doubled": (cells, one, other) => cells.splice(other, 0, structuredClone(cells[one] ?? {})),
  "cell moved": (cells, one, other) => cells.splice(other, 0, ...cells.splice(one, 1)),
  "cells merged": (cells, one) => {
    const [first, second] = cells.splice(one, 2);
    if (first && second) first.source = `${textOf(first)}\n${textOf(second)}`;
    if (first) cells.splice(one, 0, first);
  },
  "cell split": (cells, one, other) => {
    const cell = cells[one] ?? {};
    const text = textOf(cell);
    const place = (other * 37) % (text.length + 1);
    cells.splice(one, 1, { ...cell, source: text.slice(0, place) }, { ...cell, source: text.slice(place) });
  },
  "cell retyped": (cells, one, other) => {
    Object.assign(cells[one] ?? {}, { cell_type: ["code", "markdown", "raw", "heading", "sql"][other % 5] });
  },
  "metadata stripped": (cells) => {
    for (const cell of cells) cell.metadata = {};
  },
  "grade_ids exchanged": (cells, one, other) => {
    const [a, b] = [cells[one] ?? {}, cells[other] ?? {}];
    [a.metadata, b.metadata] = [b.metadata, a.metadata];
  },
  "source cut": (cells, one, other) => {
    const cell = cells[one] ?? {};
    cell.source = textOf(cell).slice(0, other * 20);
  },
  "hostile source": (cells, one, other) => {
    const cell = cells[one] ?? {};
    cell.source = [hostileTexts[other % hostileTexts.length] ?? "", textOf(cell)];
  },
  "hostile grade_id": (cells, one, other) => {
    const cell = cells[one] ?? {};
    cell.metadata = { nbgrader: { grade_id: hostileTexts[other % hostileTexts.length] } };
  },
  "large output": (cells, one) => {
    Object.assign(cells[one] ?? {}, { outputs: [{ output_type: "stream", text: "0. ".repeat(50_000) }] });
  },
};

function textOf({ source }: Record<string, Json>): string {
  return Array.isArray(source) ? source.join("") : String(source);
}

const amongCells: Step<Json> = fc
  .record({ name: fc.constantFrom(...Object.keys(cellChanges)), one: fc.nat(200), other: fc.nat(200) })
  .map(
    ({ name, one, other }) =>
      [
        name,
        (notebook) => {
          const { cells } = (notebook ?? {}) as { cells?: Cells };
          const areCells =
            Array.isArray(cells) &&
            cells.length > 0 &&
            cells.every((cell) => typeof cell === "object" && cell !== null && !Array.isArray(cell));
          if (areCells) cellChanges[name]?.(cells, one % cells.length, other % cells.length);
          return notebook;
        },
      ] as const,
  );

/** How a notebook may be written into a file. */
const writing: Step<Json> = fc.constantFrom(
  [
    "format 3",
    (notebook: Json) => {
      const { cells, ...rest } = (notebook ?? {}) as { cells?: Cells };
      if (!Array.isArray(cells)) return notebook;
      const old = cells.map((cell) =>
        typeof cell === "object" && cell !== null ? { ...cell, input: cell.source } : cell,
      );
      return { ...rest, nbformat: 3, worksheets: [{ cells: old }] };
    },
  ] as const,
  [
    "another version",
    (notebook: Json) => ({
      ...(notebook as object),
      metadata: { initlab: { name: "Initialization", version: "0" } },
    }),
  ] as const,
);

/** What happens to files. */
const byteChanges: Record<string, (bytes: Buffer, at: number, length: number) => Uint8Array> = {
  "cut off": (bytes, at) => bytes.subarray(0, at),
  "beginning lost": (bytes, at) => bytes.subarray(at),
  "bytes lost": (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  "bytes doubled": (bytes, at, length) => Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]),
  "bytes zero": (bytes, at, length) =>
    Buffer.from(bytes.map((byte, place) => (place >= at && place < at + length ? 0 : byte))),
  "bytes high": (bytes, at) =>
    Buffer.from(bytes.map((byte, place) => (place >= at && place < at + 3 ? 255 : byte))),
  "bit flipped": (bytes, at, length) => {
    if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << (length % 8));
    return bytes;
  },
  "merge conflict": (bytes, at) => {
    const line = bytes.lastIndexOf("\n", at) + 1;
    return Buffer.concat([bytes.subarray(0, line), Buffer.from("<<<<<<< HEAD\n"), bytes.subarray(line)]);
  },
  "byte order mark": (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  "UTF-16": (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, "utf16le"),
  "Latin-1": (bytes) => Buffer.from(bytes.toString(), "latin1"),
  CRLF: (bytes) => Buffer.from(bytes.toString().replaceAll("\n", "\r\n")),
  "other beginning": (bytes, _, length) =>
    Buffer.concat([
      Buffer.from(["PK\x03\x04", "<html>", "%PDF", "{\n{", "\x1f\x8b"][length % 5] ?? ""),
      bytes,
    ]),
};

const toBytes: Step<Uint8Array> = fc
  .record({
    name: fc.constantFrom(...Object.keys(byteChanges)),
    at: fc.nat(100_000),
    length: fc.integer({ min: 1, max: 300 }),
  })
  .map(
    ({ name, at, length }) =>
      [
        name,
        (bytes) => byteChanges[name]?.(Buffer.from(bytes), at % (bytes.length + 1), length) ?? bytes,
      ] as const,
  );

const sometimes = <Value>(
  step: Step<Value>,
  most: number,
): fc.Arbitrary<(readonly [name: string, change: (value: Value) => Value])[]> =>
  fc.array(step, { maxLength: most });

/** A notebook of the assignment, solved or not, with a few things wrong; about half of them can still be read. */
export const brokenNotebooks: fc.Arbitrary<BrokenNotebook> = fc
  .record({
    base: fc.constantFrom(...texts),
    structure: fc.oneof(sometimes(amongCells, 6), sometimes<Json>(fc.oneof(amongCells, anywhere), 4)),
    written: fc.oneof(
      { weight: 5, arbitrary: sometimes(writing, 0) },
      { weight: 1, arbitrary: sometimes(writing, 1) },
    ),
    indent: fc.constantFrom(0, 1, 2),
    file: fc.oneof(sometimes(toBytes, 0), sometimes(toBytes, 2)),
  })
  .map(({ base, structure, written, indent, file }) => {
    const notebook = [...structure, ...written].reduce(
      (value, [, change]) => change(value),
      JSON.parse(base) as Json,
    );
    const text = JSON.stringify(notebook, null, indent) ?? "";
    const bytes = file.reduce((value, [, change]) => change(value), Buffer.from(text) as Uint8Array);
    return { steps: [...structure, ...written, ...file].map(([name]) => name), bytes };
  });
