import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentId, graderBuild, type KeyOptions, ResultKeys } from "../../../src/grader/keys/index.ts";
import { defaultRules } from "../../../src/grader/pipeline/GraderParts.ts";
import type { Results } from "../../../src/grader/results/index.ts";
import { UnreadableError } from "../../../src/grader/submission/index.ts";

const assignment = (version: string, hash: string) => ({ name: "Trees", version, hash });
const options: KeyOptions = {
  secret: "5ec4e7".repeat(10),
  assignments: [assignment("1", "aa"), assignment("2", "bb")],
  graderVersion: "1.0.0",
  graderBuild: "cc",
  rules: defaultRules,
};
const handed = { student: "ana", contentId: "dd", notes: [] };
const from = (version?: string) => ({
  ...({ kind: "notebook", hash: "dd", cells: [], notes: [] } as const),
  ...(version !== undefined && { release: { name: "Trees", version } }),
});
const unreadable = { kind: "unreadable", hash: "dd", reason: "it is empty." } as const;
const stored = (version: string, key: string, sandbox: Results["sandbox"] = "deno") =>
  ({ assignment: assignment(version, "ee"), sandbox, key }) as Results;

describe("ResultKeys", () => {
  const keys = new ResultKeys(options);
  const key = keys.of(handed, from("2"), "deno");

  test("ResultKeys gives a key that is the same each time, and tells nothing of the secret", () => {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(new ResultKeys(options).of({ ...handed }, from("2"), "deno")).toBe(key);
    expect(key).not.toContain(options.secret.slice(0, 8));
  });

  const others: Record<string, Partial<KeyOptions>> = {
    "the secret": { secret: "5ec4e8".repeat(10) },
    "the assignment": { assignments: [assignment("1", "aa"), assignment("2", "b2")] },
    "the grader's version": { graderVersion: "1.0.1" },
    "the grader's code": { graderBuild: "c2" },
    "a rule": { rules: { ...defaultRules, cellSeconds: 11 } },
  };
  test.each(Object.entries(others))("ResultKeys gives another key where %s is another", (_, other) => {
    const changed = new ResultKeys({ ...options, ...other });
    expect(changed.of(handed, from("2"), "deno")).not.toBe(key);
    expect(changed.fit(stored("2", key), handed)).toBe(false);
    expect(keys.fit(stored("2", key), handed)).toBe(true);
  });

  test.each([
    ["student", { ...handed, student: "ben" }],
    ["content", { ...handed, contentId: "d2" }],
    ["choice of the file", { ...handed, notes: ["Several notebooks were handed in."] }],
  ])("ResultKeys gives another key to another %s", (_, other) => {
    expect(keys.of(other, from("2"), "deno")).not.toBe(key);
    expect(keys.fit(stored("2", key), other)).toBe(false);
  });

  test("ResultKeys gives another key to another sandbox", () => {
    expect(keys.of(handed, from("2"), "bubblewrap")).not.toBe(key);
    expect(keys.fit(stored("2", key, "bubblewrap"), handed)).toBe(false);
  });

  test("ResultKeys leaves other versions of the assignment out where the submission names its own", () => {
    const changed = new ResultKeys({
      ...options,
      assignments: [assignment("1", "a2"), assignment("2", "bb")],
    });
    const alone = new ResultKeys({ ...options, assignments: [assignment("2", "bb")] });
    for (const other of [changed, alone]) expect(other.fit(stored("2", key), handed)).toBe(true);
  });

  test.each([
    ["names none", from()],
    ["names one that is not there", from("3")],
    ["is no notebook", unreadable],
  ])("ResultKeys goes by all versions where the submission %s", (_, content) => {
    const own = keys.of(handed, content, "deno");
    expect(keys.fit(stored("1", own), handed)).toBe(true);
    const changed = new ResultKeys({
      ...options,
      assignments: [assignment("1", "aa"), assignment("2", "b2")],
    });
    expect(changed.fit(stored("1", own), handed)).toBe(false);
    const more = new ResultKeys({ ...options, assignments: [...options.assignments, assignment("3", "ff")] });
    expect(more.fit(stored("1", own), handed)).toBe(false);
    // Nor does it take it for one that names the only version there is.
    const single = new ResultKeys({ ...options, assignments: [assignment("1", "aa")] });
    expect(single.of(handed, from(), "deno")).not.toBe(single.of(handed, from("1"), "deno"));
  });
});

describe("contentId", () => {
  const bytesOf = (...pieces: string[]) => ({
    bytes: async function* () {
      for (const piece of pieces) yield Buffer.from(piece);
    },
  });
  const failing = (error: Error) => ({
    // biome-ignore lint/correctness/useYield: a stream that breaks off
    bytes: async function* (): AsyncGenerator<Uint8Array> {
      throw error;
    },
  });

  test("contentId is the SHA-256 of the bytes, in whatever pieces they come", async () => {
    const expected = createHash("sha256").update("abc").digest("hex");
    expect(await contentId(bytesOf("a", "bc"))).toBe(expected);
    expect(await contentId(bytesOf("abc"))).toBe(expected);
  });

  test("contentId tells reasons apart why there is nothing to read, and leaves the system's errors to others", async () => {
    const one = await contentId(failing(new UnreadableError("no notebook was handed in.")));
    const other = await contentId(failing(new UnreadableError("the archive is damaged.")));
    expect(one).not.toBe(other);
    await expect(contentId(failing(new Error("EIO")))).rejects.toThrow("EIO");
  });
});

describe("graderBuild", () => {
  test("graderBuild changes with the code that results come from, and with no other", () => {
    const root = mkdtempSync(join(tmpdir(), "initlab-build-"));
    const write = (name: string, text: string) => {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    };
    write("dist/grader/judge/judgmentOf.js", "export {};");
    const first = graderBuild(root);
    write("dist/grader/feedback/renderFeedback.js", "export {};");
    write("dist/grader/judge/judgmentOf.d.ts", "export {};");
    expect(graderBuild(root)).toBe(first);
    write("dist/grader/judge/judgmentOf.js", "export { };");
    const second = graderBuild(root);
    write("dist/cells/toScript.js", "export {};");
    expect(new Set([first, second, graderBuild(root), graderBuild()]).size).toBe(4);
    rmSync(root, { recursive: true });
  });
});
