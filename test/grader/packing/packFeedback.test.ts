import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { Gradebook, type GradeRow } from "../../../src/grader/gradebook/index.ts";
import { type Packing, packFeedback, packings, studentFiles } from "../../../src/grader/packing/index.ts";
import { zipLazily } from "../../../src/grader/packing/zipLazily.ts";
import { archive, collect, notebook } from "../collect/class.ts";
import { zip } from "../collect/zip.ts";
import { gradeOf, hostile, testResult } from "../fixtures/grades.ts";
import { canvasReads, moodleReads } from "./importers.ts";
import { unzip } from "./unzip.ts";

const scratch = mkdtempSync(join(tmpdir(), "initlab-packing-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Run {
  readonly out: string;
  readonly rows: readonly GradeRow[];
}

/** Grades a download, as far as names go, and writes the students' files. */
async function gradeDownload(path: string): Promise<Run> {
  const out = mkdtempSync(join(scratch, "out-"));
  const gradebook = new Gradebook();
  const { submissions } = await collect(path);
  for (const [at, submission] of submissions.entries()) {
    const grade = gradeOf("", [testResult("zeros", { points: at, message: hostile })], {
      submission,
      folder: `student ${at}`,
    });
    gradebook.add(grade);
    const page = `<p>${submission.student}</p>`;
    for (const [name, text] of studentFiles(grade, page, { formats: ["coursera"], packings })) {
      mkdirSync(dirname(join(out, grade.folder, name)), { recursive: true });
      writeFileSync(join(out, grade.folder, name), text);
    }
  }
  gradebook.addMissing({ student: "missing", ids: {} });
  return { out, rows: gradebook.rows() };
}

async function pack(
  packing: Packing,
  run: Run,
): Promise<{ files: Map<string, Buffer>; warnings: readonly string[] }> {
  const { file, count, warnings } = await packFeedback({ packing, ...run, assignment: "Initialization" });
  expect(file).toBe(join(run.out, `feedback-${packing}.zip`));
  const files = await unzip(readFileSync(file));
  expect(files.size).toBe(count);
  return { files, warnings };
}

const a = notebook("a");

describe("packFeedback", () => {
  test("packFeedback writes no zip, and removes an earlier one, where nobody has what the system takes", async () => {
    const out = mkdtempSync(join(scratch, "out-"));
    writeFileSync(join(out, "feedback-canvas.zip"), "of an earlier run");
    const { count, warnings } = await packFeedback({
      ...{ packing: "canvas", out, rows: [], assignment: "Initialization" },
    });
    expect(count).toBe(0);
    expect(warnings).toEqual(["There is no feedback-canvas.zip: nobody's feedback belongs in it."]);
    expect(readdirSync(out)).toEqual([]);
  });

  test("packFeedback packs for Moodle so that it finds each participant of its download, with the file's own name", async () => {
    const run = await gradeDownload(
      await archive(
        {
          "Ana Doe_1234567_assignsubmission_file/Initialization.ipynb": a,
          "Ben O'Neil_1234568_assignsubmission_file_/Initialization.ipynb": a,
          "李 小龙_1234569_assignsubmission_file/x/Initialization.ipynb": a,
        },
        "moodle.zip",
      ),
    );
    const { files, warnings } = await pack("moodle", run);
    const participants = new Set([1234567, 1234568, 1234569]);
    const file = { plugin: "assignsubmission_file", file: "/feedback.html" };
    expect([...files].map(([path, page]) => [moodleReads(path, participants), page.toString()])).toEqual([
      [{ participant: 1234567, ...file }, "<p>Ana Doe_1234567</p>"],
      [{ participant: 1234568, ...file }, "<p>Ben O'Neil_1234568</p>"],
      [{ participant: 1234569, ...file }, "<p>李 小龙_1234569</p>"],
    ]);
    expect(warnings).toEqual([]);
  });

  test("packFeedback packs for Moodle by the roster's identifiers where files are named otherwise", async () => {
    const out = mkdtempSync(join(scratch, "out-"));
    const gradebook = new Gradebook();
    const named = { student: "x/../_y", ids: { Identifier: "Participant 77" } };
    for (const [student, rosterEntry] of [
      ["x/../_y", named],
      ["eve", undefined],
    ] as const) {
      gradebook.add(gradeOf(student, [], { folder: "one", rosterEntry }));
    }
    mkdirSync(join(out, "one"));
    writeFileSync(join(out, "one/feedback.html"), "page");
    const { files, warnings } = await pack("moodle", { out, rows: gradebook.rows() });
    expect([...files.keys()]).toHaveLength(1);
    expect(moodleReads([...files.keys()][0] ?? "", new Set([77]))).toMatchObject({ participant: 77 });
    expect(warnings).toEqual([
      "Not in feedback-moodle.zip, as neither Moodle's download nor the roster tells their identifier: eve.",
    ]);
  });

  test("packFeedback packs for Canvas so that it finds users and files of its download, each as what was handed in", async () => {
    const run = await gradeDownload(
      await archive(
        {
          "doeana_LATE_12345_678910_Initialization-1.ipynb": a,
          "oneilben_12346_678911_my_work_2_3.zip": await zip({ "x/Initialization.ipynb": a }),
          "anon_aB3dE_678912_Initialization.ipynb": a,
          "yung_12349_678914_essay.pdf": "%PDF-1.4",
        },
        "submissions.zip",
      ),
    );
    const { files, warnings } = await pack("canvas", run);
    const names = [...files.keys()];
    expect(names.map(canvasReads)).toEqual([
      { anonymous: "aB3dE", attachment: "678912" },
      { user: "12345", attachment: "678910" },
      { user: "12346", attachment: "678911" },
    ]);
    expect(names.map((name) => name.replace(/^.*\./, ""))).toEqual(["ipynb", "ipynb", "zip"]);
    expect(warnings).toEqual([
      "Not in feedback-canvas.zip, as their files do not come from Canvas's download, or are neither notebooks nor zips: yung_12349.",
    ]);
    const inner = await unzip(files.get(names[2] ?? "") ?? Buffer.of());
    expect([...inner].map(([name, content]) => [name, content.toString()])).toEqual([
      ["feedback.html", "<p>oneilben_12346</p>"],
    ]);
    const cells = JSON.parse(files.get(names[1] ?? "")?.toString() ?? "").cells;
    expect(cells[0].source).toMatch(/^# Feedback: \d of 10 points\n/);
  });

  test("packFeedback packs a folder for each student for Gradescope", async () => {
    const run = await gradeDownload(await archive({ "ana/a.ipynb": a, "ben/a.ipynb": a }, "class.zip"));
    const { files, warnings } = await pack("gradescope", run);
    expect([...files.keys()]).toEqual(["student 0/feedback.html", "student 1/feedback.html"]);
    expect(warnings).toEqual([]);
  });

  test("packFeedback packs nbgrader's tree of feedback, called like the notebooks", async () => {
    const run = await gradeDownload(
      await archive({ "submitted/ana/Initialization/Initialization.ipynb": a }, "course.zip"),
    );
    const { files } = await pack("nbgrader", run);
    expect([...files.keys()]).toEqual(["feedback/ana/Initialization/Initialization.html"]);
  });

  test("packFeedback makes the same bytes of the same feedback, and leaves nothing beside the zip", async () => {
    const run = await gradeDownload(await archive({ "ana/a.ipynb": a, "ben/a.ipynb": a }, "class.zip"));
    const bytes: Buffer[] = [];
    for (const rows of [run.rows, run.rows.toReversed()]) {
      await pack("gradescope", { ...run, rows });
      bytes.push(readFileSync(join(run.out, "feedback-gradescope.zip")));
    }
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
    expect(readdirSync(run.out).filter((name) => name.startsWith("feedback"))).toEqual([
      "feedback-gradescope.zip",
    ]);
  });

  test("packFeedback tells of whom there is no feedback on the disk", async () => {
    const run = await gradeDownload(await archive({ "ana/a.ipynb": a, "ben/a.ipynb": a }, "class.zip"));
    rmSync(join(run.out, "student 1/feedback.html"));
    const { files, warnings } = await pack("gradescope", run);
    expect([...files.keys()]).toEqual(["student 0/feedback.html"]);
    expect(warnings).toEqual(["Not in feedback-gradescope.zip, as there is no feedback of them: ben."]);
  });
});

describe("zipLazily", () => {
  test("zipLazily reads a file when what came before is taken, so that memory holds a few of thousands", async () => {
    let reads = 0;
    const read = async (): Promise<Uint8Array> => {
      reads++;
      return randomBytes(100_000);
    };
    const files = Array.from({ length: 1000 }, (_, at) => [`${at}.html`, read] as const);
    const pieces = zipLazily(new Map(files))[Symbol.asyncIterator]();
    let length = 0;
    for (let count = 0; count < 20; count++) length += (await pieces.next()).value?.length ?? 0;
    await setTimeout(100);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(length / 100_000 + 10);
    await pieces.return?.();
  });

  test("zipLazily breaks off when a file cannot be read", async () => {
    const files = new Map([["a", () => Promise.reject(new Error("gone"))]]);
    await expect(buffer(zipLazily(files))).rejects.toThrow("gone");
  });
});

describe("feedbackNotebook", () => {
  test("feedbackNotebook holds what a student wrote in blocks of code alone", async () => {
    const grade = gradeOf("ana", [testResult("zeros", { points: 0, message: hostile })], {
      results: { notes: [hostile, "``````"] },
    });
    const text =
      studentFiles(grade, "", { formats: [], packings: ["canvas"] }).get("canvas/feedback.ipynb") ?? "";
    const { source } = JSON.parse(text).cells[0];
    const outside = source.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, "");
    expect(outside.split(/\n+/)).toEqual(["# Feedback: 0 of 10 points", "## `zeros`: 0 of 10 points", ""]);
  });
});
