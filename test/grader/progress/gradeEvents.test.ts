import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { eventLine, type GradeEvent, gradeEventSchema } from "../../../src/grader/progress/index.ts";
import { releasedNotebook } from "../../clients/support/solvedNotebook.ts";
import { command, runInitlab } from "../../support/processes/runInitlab.ts";
import { GradeFolder } from "../support/gradeNotebooks.js";
import { handInSolved } from "../support/students.js";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("initlab grade --json", { timeout: 60_000 }, () => {
  const folder = new GradeFolder();
  afterAll(() => folder.remove());
  const eventsOf = (stdout: string): GradeEvent[] =>
    stdout
      .trim()
      .split("\n")
      .map((line) => gradeEventSchema.parse(JSON.parse(line)));

  test("prints a line of JSON for each event and nothing else, whatever students are called", async () => {
    folder.submit("ana", handInSolved());
    folder.submit("\u202eben\u001b[31m", releasedNotebook);
    folder.submit("cleo", "");
    const { status, stdout, stderr } = await folder.grade(["--json", "--sandbox", "deno"]);
    const events = eventsOf(stdout);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(events[0]).toMatchObject({ event: "start", schema_version: 1 });
    expect(events.filter(({ event }) => event === "warning")).toHaveLength(1);
    const graded = events.filter((event) => event.event === "graded");
    expect(graded.map(({ student, verdict, score, reused }) => [student, verdict, score, reused])).toEqual([
      ["ana", "passed", 30, false],
      ["\u202eben\u001b[31m", "failed", 0, false],
      ["cleo", "unreadable", 0, false],
    ]);
    expect(graded[2]).toMatchObject({ needs_person: [expect.stringContaining("unreadable")] });
    expect(events.filter(({ event }) => event === "progress").at(-1)).toMatchObject({ done: 3, total: 3 });
    expect(events.at(-1)).toEqual({
      ...{ event: "end", exit_code: 1, count: 3, reused: 0, missing: 0, needs_person: 1, mean_score: 10 },
      verdicts: { passed: 1, unreadable: 1, failed: 1 },
    });
  });

  test("stops in good order when the program that reads its output has ended", async () => {
    const args = [
      "--json",
      "--sandbox",
      "deno",
      "--secret",
      `${folder.path}/secret`,
      "--out",
      `${folder.path}/unread`,
    ];
    const child = spawn(process.execPath, [command, "grade", `${folder.path}/submissions`, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    await once(child.stdout, "data");
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    expect(await once(child, "close")).toEqual([141, null]);
    expect(stderr).toBe("Stopped. What is there is whole; the same command goes on from there.\n");
  });

  test("tells as an event, and on stderr, why a run came to no end", async () => {
    const { status, stdout, stderr } = await runInitlab(
      "grade",
      `${folder.path}/nowhere`,
      "--json",
      "--out",
      `${folder.path}/none`,
    );
    expect(status).toBe(2);
    expect(eventsOf(stdout).at(-1)).toMatchObject({
      ...{ event: "error", exit_code: 2 },
      message: expect.stringContaining("nowhere"),
    });
    expect(stderr).toMatch(/^error: /);
  });
});

describe("docs", () => {
  test("docs/events.schema.json is gradeEventSchema (UPDATE_DOCS=1 and npm run format write it)", () => {
    const file = fileURLToPath(new URL("../../../docs/events.schema.json", import.meta.url));
    const { $schema, ...rest } = z.toJSONSchema(gradeEventSchema);
    const schema = { $schema, title: "A line of initlab grade --json", ...rest };
    if (process.env.UPDATE_DOCS) writeFileSync(file, JSON.stringify(schema, null, 2));
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test("docs/grading.md explains every event and every key of it", () => {
    const page = read("docs/grading.md");
    const { oneOf = [], anyOf = [] } = z.toJSONSchema(gradeEventSchema) as Record<
      string,
      { properties: object }[]
    >;
    const kinds = [...oneOf, ...anyOf];
    expect(kinds).toHaveLength(9);
    for (const { properties } of kinds) {
      const { event, ...others } = properties as { event: { const: string } };
      expect(page).toMatch(new RegExp(`^\\| \`${event.const}\` \\|`, "m"));
      for (const key of Object.keys(others)) expect(page, `${event.const}: ${key}`).toContain(`\`${key}\``);
    }
  });

  test("eventLine escapes what would steer a terminal, and gives the same text back", () => {
    const event: GradeEvent = { event: "missing", student: "\u202e\u009b\u2028\u{e0001}é😀\ud800" };
    const line = eventLine(event);
    expect(line).toMatch(/^[\x20-\x7eé😀]+\n$/u);
    expect(JSON.parse(line)).toEqual(event);
  });
});
