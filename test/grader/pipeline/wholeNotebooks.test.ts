import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serializeNotebook } from "../../../src/notebook/index.ts";
import { runInitlab } from "../../support/processes/runInitlab.js";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handInSolved } from "../support/students.js";
import { cases } from "./spoiltNotebooks.js";

/** What notebooks/instructor/mistakes.json says of whole notebooks: the entries without code. */
const entries: readonly Entry[] = JSON.parse(
  readFileSync(new URL("../../../notebooks/instructor/mistakes.json", import.meta.url), "utf8"),
).entries.filter(({ verdict }: Entry) => verdict === "notebook");
interface Entry {
  readonly id: string;
  readonly verdict: string;
  readonly kind: string;
  /** What is to become of it. */
  readonly hint: string;
}

describe("initlab grade on whole notebooks that students really hand in", { timeout: 300_000 }, () => {
  const folder = new GradeFolder();
  let run: GradeRun;

  beforeAll(async () => {
    for (const [student, { files }] of Object.entries(cases)) {
      for (const [name, notebook] of Object.entries(files)) {
        const file = join(folder.path, "submissions", folderOf(student), name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, typeof notebook === "string" ? notebook : serializeNotebook(notebook));
      }
    }
    run = await folder.grade();
  }, 300_000);
  afterAll(() => folder.remove());

  test("has a case of every entry", () => {
    const found = new Set(Object.keys(cases).map((name) => name.split(":")[0]));
    expect([...found].sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(run.stderr).not.toContain("fault");
    expect(run.results.size, run.stderr).toBe(Object.keys(cases).length);
  });

  test("n-checkpoint: counts when it is the file that was named", async () => {
    const copy = join(folder.path, "Initialization-checkpoint.ipynb");
    writeFileSync(copy, serializeNotebook(handInSolved({ zeros: "" })));
    const out = join(folder.path, "named");
    const { status, stdout, stderr } = await runInitlab(
      "grade",
      copy,
      "--out",
      out,
      "--secret",
      join(folder.path, "secret"),
    );
    expect(stdout, stderr).toMatch(/20\/30 .*Initialization-checkpoint/);
    expect(status).toBe(0);
  });

  test.each(
    Object.entries(cases).map(([name, { deserves }]) => {
      const { kind, hint } = entries.find(({ id }) => id === name.split(":")[0]) ?? { kind: "", hint: "" };
      return { name, kind, hint, deserves };
    }),
  )("$name ($kind): $hint", ({ name, deserves }) => {
    deserves(run.results.get(folderOf(name))!);
  });
});

/** The student who hands in a case: what folders may be called is not tried here. */
function folderOf(name: string): string {
  return `student ${Object.keys(cases).indexOf(name) + 1}`;
}
