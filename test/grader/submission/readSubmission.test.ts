import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSubmission, type SubmissionNotebook } from "../../../src/grader/submission/index.js";
import { brokenFiles } from "../fixtures/brokenFiles.js";
import { bytesOf, piecesOf, read, released, submit } from "../fixtures/course.js";

const text = Buffer.from(bytesOf(released)).toString();
const sources = released.cells.map(({ source }) => source);

async function sourcesOf(bytes: Uint8Array | string): Promise<string[]> {
  const found = await read(bytes);
  return found.kind === "notebook" ? found.cells.map(({ source }) => source) : [found.reason];
}

function notebookOf(change: object): string {
  return JSON.stringify({ cells: [], metadata: { kernelspec: { name: "tslab" } }, nbformat: 4, ...change });
}

describe("readSubmission", () => {
  it("reads the released notebook: its sources, grade_ids, tags and release", async () => {
    const submission = await submit(released);
    expect(submission.cells.map(({ source }) => source)).toEqual(sources);
    expect(submission.cells[9]).toMatchObject({
      cellType: "code",
      gradeId: "initialize_parameters_zeros",
      id: "initialize_parameters_zeros",
      skip: false,
    });
    expect(submission.cells.filter(({ skip }) => skip)).toHaveLength(8);
    expect(submission.release).toEqual({ name: "Initialization", version: "1" });
    expect(submission.notes).toEqual([]);
    expect(submission.hash).toBe(createHash("sha256").update(bytesOf(released)).digest("hex"));
  });

  it("reads the same from pieces of any size", async () => {
    const whole = await read(text);
    for (const size of [1, 3, 1000])
      expect(await readSubmission(piecesOf(Buffer.from(text), size))).toEqual(whole);
  });

  it.each([
    ["a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 LE without one", Buffer.from(text, "utf16le")],
    ["UTF-16 BE with a mark", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16 BE without one", Buffer.from(text, "utf16le").swap16()],
    ["CRLF between the file's lines", Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["CRLF in the sources", Buffer.from(text.replaceAll("\\n", "\\r\\n"))],
  ])("reads a file with %s", async (_, bytes) => {
    expect(await sourcesOf(bytes)).toEqual(sources);
  });

  it.each(brokenFiles)("tells what is wrong with the file $name", async ({ bytes, reason }) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ kind: "unreadable", reason: expect.stringMatching(reason) });
    expect((found as { reason: string }).reason).toMatch(/^[\P{C}]{10,400}$/u);
    expect(found.hash).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("converts notebooks of format 3", async () => {
    const cells = [
      { cell_type: "heading", level: 2, source: ["Title"] },
      {
        cell_type: "code",
        input: ["const a = 1;\n", "a"],
        prompt_number: 3,
        outputs: [],
        language: "python",
      },
      { cell_type: "markdown", source: "text", metadata: { nbgrader: { grade_id: "x" } } },
    ];
    const found = (await read(
      JSON.stringify({
        metadata: {},
        nbformat: 3,
        nbformat_minor: 0,
        worksheets: [{ cells: cells.slice(0, 2) }, { cells: cells.slice(2) }],
      }),
    )) as SubmissionNotebook;
    expect(found.cells).toEqual([
      { cellType: "markdown", source: "## Title", skip: false },
      { cellType: "code", source: "const a = 1;\na", skip: false },
      { cellType: "markdown", source: "text", gradeId: "x", skip: false },
    ]);
    expect(found.notes[0]).toContain("old notebook format 3");
  });

  it("believes no field: whatever does not have its type is as if it were not there", async () => {
    const odd = [
      { cell_type: "code", source: "1", id: 7, metadata: [], outputs: "none" },
      {
        cell_type: "code",
        source: "2",
        id: "a b",
        metadata: { nbgrader: { grade_id: { a: 1 } }, tags: "skip-grading" },
      },
      {
        cell_type: "code",
        source: "3",
        id: "x",
        metadata: { nbgrader: [], tags: [null, { a: "skip-grading" }] },
      },
      { cell_type: "code", source: "4", metadata: { nbgrader: { grade_id: "../../etc\u001b" } } },
      { cell_type: "raw", source: "5", __proto__: null, metadata: null },
    ];
    const found = (await read(
      notebookOf({
        cells: odd,
        metadata: { initlab: { name: 1, version: {} }, kernelspec: "deno" },
        nbformat_minor: "x",
      }),
    )) as SubmissionNotebook;
    expect(found.cells).toEqual([
      ...["1", "2"].map((source) => ({ cellType: "code", source, skip: false })),
      { cellType: "code", source: "3", skip: false, id: "x" },
      { cellType: "code", source: "4", skip: false },
      { cellType: "raw", source: "5", skip: false },
    ]);
    expect(found.release).toBeUndefined();
  });

  it("bears keys that mean something elsewhere, doubled keys, huge numbers and half characters", async () => {
    const file =
      '{"__proto__": {"cells": 1}, "constructor": {"prototype": 1}, "nbformat": 3, "nbformat": 4, "nbformat_minor": 1e999,' +
      '"cells": [{"cell_type": "code", "__proto__": {"source": "no"}, "source": "a", "source": "b\\ud800c\\udc00", "metadata": {"__proto__": {"tags": ["skip-grading"]}}}]}';
    const found = (await read(file)) as SubmissionNotebook;
    expect(found.cells).toEqual([{ cellType: "code", source: "b\ufffdc\ufffd", skip: false }]);
    expect(({} as Record<string, unknown>).cells).toBeUndefined();
  });

  it.each([
    ["deno", { kernelspec: { name: "deno" } }, 'for the kernel "deno"'],
    ["python3", { kernelspec: { name: "python3" } }, 'for the kernel "python3"'],
    ["escape", { kernelspec: { name: "\u001b[2J" } }, 'for the kernel "\\u{1b}[2J"'],
    ["missing", {}, "without the name of a kernel"],
  ])("notes another kernel (%s), and reads on", async (_, metadata, note) => {
    const found = (await read(notebookOf({ metadata }))) as SubmissionNotebook;
    expect(found.notes).toEqual([expect.stringContaining(note)]);
  });

  it("passes over outputs of any size in little memory", async () => {
    const output = Buffer.alloc(1 << 20, "é");
    async function* large(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"nbformat": 4, "cells": [{"outputs": [{"data": {"image/png": "');
      for (let megabytes = 0; megabytes < 300; megabytes++) yield output;
      yield Buffer.from('"}}, [NaN]], "cell_type": "code", "source": ["1 + 1"]}]}');
    }
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const found = await readSubmission(large());
    clearInterval(timer);
    expect(found).toMatchObject({ kind: "notebook", cells: [{ source: "1 + 1" }] });
    expect(most - before).toBeLessThan(100e6);
  });

  it("stops at the largest file, and does not read what is behind it", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"x": "');
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000, "a");
      }
    }
    const found = await readSubmission(endless(), {
      fileBytes: 50_000,
      sourceBytes: 1000,
      cells: 10,
      values: 100,
      depth: 10,
    });
    expect(found).toMatchObject({ kind: "unreadable", reason: expect.stringContaining("has more than") });
    expect(given).toBeLessThan(60_000);
  });

  it("lets the system's own errors through: they are not the student's fault", async () => {
    // biome-ignore lint/correctness/useYield: it breaks off at once
    async function* unreadable(): AsyncGenerator<Uint8Array> {
      throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO", syscall: "read" });
    }
    await expect(readSubmission(unreadable())).rejects.toThrow("EIO");
  });
});
