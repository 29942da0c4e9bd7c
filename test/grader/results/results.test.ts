import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  FolderNames,
  overallVerdict,
  type Results,
  resultsSchema,
  serializeResults,
  writeResults,
} from "../../../src/grader/results/index.ts";
import { verdicts } from "../../../src/grader/Verdict.ts";

const results: Results = {
  schema_version: 1,
  student: "ana",
  submission_hash: "0".repeat(64),
  assignment: { name: "Initialization", version: "1", hash: "f".repeat(64) },
  grader_version: "0.1.0",
  sandbox: "deno",
  verdict: "failed",
  score: 0,
  max_score: 10,
  tests: [
    {
      grade_id: "zeros_test",
      verdict: "failed",
      points: 0,
      max_points: 10,
      visibility: "hidden",
      message: "wrong",
      hint: undefined,
    },
  ],
  repairs: [{ kind: "moved", message: "A cell stood elsewhere." }],
  notes: ["a\u001b[31m\u009b1m\u202e\u2028\ud800"],
};

describe("serializeResults", () => {
  test("serializeResults gives the same bytes whoever put the object together", () => {
    const turned = Object.fromEntries(Object.entries(results).reverse()) as unknown as Results;
    expect(serializeResults(turned)).toBe(serializeResults(results));
  });

  test("serializeResults leaves nothing in the text that steers a terminal, and keeps it all", () => {
    const text = serializeResults(results);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    expect(JSON.parse(text).notes).toEqual(results.notes);
    expect(resultsSchema.parse(JSON.parse(text))).toEqual(JSON.parse(text));
  });

  test("serializeResults refuses what breaks the schema", () => {
    expect(() => serializeResults({ ...results, score: Number.NaN })).toThrow();
    expect(() => serializeResults({ ...results, verdict: "fine" as "passed" })).toThrow();
  });
});

describe("writeResults", () => {
  test("writeResults replaces the file that is there, and leaves nothing beside it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "initlab-results-"));
    await Promise.all([1, 2, 3].map((score) => writeResults(join(folder, "ana"), { ...results, score })));
    expect(readdirSync(join(folder, "ana"))).toEqual(["results.json"]);
    expect([1, 2, 3]).toContain(JSON.parse(readFileSync(join(folder, "ana/results.json"), "utf8")).score);
    rmSync(folder, { recursive: true });
  });
});

describe("overallVerdict", () => {
  test.each([
    [["passed", "passed"], "passed"],
    [["passed", "failed"], "failed"],
    [["passed", "timeout"], "timeout"],
    [["failed", "timeout"], "failed"],
    [["failed", "pending"], "pending"],
    [["pending", "judge_error"], "judge_error"],
    [["unreadable", "unreadable"], "unreadable"],
    [[], "pending"],
  ] as const)("overallVerdict of %j is %s", (verdicts, expected) => {
    expect(overallVerdict(verdicts)).toBe(expected);
  });
});

describe("FolderNames", () => {
  test.each(["ana", "Ana Müller", "李 小龙", "o_brien-2", "a.b@c.edu"])("folderFor keeps %j", (name) => {
    expect(new FolderNames().folderFor(name)).toBe(name);
  });

  test.each([
    "..",
    ".",
    "",
    "../../etc",
    "a/b",
    "a\\b",
    "CON",
    "a\u0000b",
    "-rf",
    " ",
    "J. ",
    "x".repeat(300),
    "\u202egnp",
    "grades.csv",
    "Summary.html",
    "run.json",
    "overrides.csv",
    "feedback-moodle.zip",
    "grades.csv.1234.tmp",
  ])("folderFor makes a harmless folder of %j", (name) => {
    const folder = new FolderNames().folderFor(name);
    expect(folder).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._ -]*~[0-9a-f]{8}$/u);
    expect(folder.length).toBeLessThan(100);
  });

  test("folderFor gives every submission its own folder, also where case is ignored", () => {
    const names = new FolderNames();
    const folders = ["ana", "ANA", "ana", "ana~2", "Ana", "../ana", "/ana"].map((name) =>
      names.folderFor(name),
    );
    expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(folders.length);
    expect(folders.slice(0, 3)).toEqual(["ana", "ANA~2", "ana~3"]);
  });

  test("folderFor gives a folder for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 100 }), { maxLength: 5 }), (students) => {
        const names = new FolderNames();
        const folders = students.map((student) => names.folderFor(student));
        for (const folder of folders) expect(folder).toMatch(/^[^./\\\s\p{Cc}~-][^/\\\p{Cc}\p{Cs}]*$/u);
        expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(folders.length);
      }),
    );
  });
});

/** The keys of the results, or of each of the list under a key. */
function schemaKeys(schema: z.ZodType, list?: string): string[] {
  const { properties = {} } = z.toJSONSchema(schema);
  if (list === undefined) return Object.keys(properties);
  const { items } = properties[list] as { items: { properties: object } };
  return Object.keys(items.properties);
}

describe("docs/results.schema.json", () => {
  test("resultsSchema is what stands there (UPDATE_DOCS=1 and npm run format write it)", async () => {
    const file = fileURLToPath(new URL("../../../docs/results.schema.json", import.meta.url));
    const { $schema, ...rest } = z.toJSONSchema(resultsSchema);
    const schema = { $schema, title: "results.json of initlab", ...rest };
    if (process.env.UPDATE_DOCS) writeFileSync(file, JSON.stringify(schema, null, 2));
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test("docs/results.md explains every key and every verdict", () => {
    const page = readFileSync(new URL("../../../docs/results.md", import.meta.url), "utf8");
    const keys = [
      schemaKeys(resultsSchema),
      schemaKeys(resultsSchema, "tests"),
      schemaKeys(resultsSchema, "answers"),
    ];
    for (const key of keys.flat()) expect(page).toContain(`\`${key}\``);
    for (const verdict of verdicts) expect(page).toContain(`| \`${verdict}\` |`);
  });
});
