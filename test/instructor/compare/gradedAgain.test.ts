import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reportChanges } from "../../../dist/instructor/compare/reportChanges.js";
import { editMetadata, type Notebook, nbgraderOf, writeNotebook } from "../../../src/notebook/index.ts";
import { solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { GradeFolder } from "../../grader/support/gradeNotebooks.js";
import { handInSolved } from "../../grader/support/students.js";

const zeros = "initialize_parameters_zeros";

function edit(changes: Readonly<Record<string, object>>, initlab: object = {}): Notebook {
  const cells = solvedNotebook.cells.map((cell) => {
    const meta = nbgraderOf(cell);
    const change = changes[meta?.grade_id ?? ""];
    return change === undefined ? cell : editMetadata(cell, { nbgrader: { ...meta, ...change } });
  });
  const named = { ...(solvedNotebook.metadata.initlab as object), ...initlab };
  return editMetadata({ ...solvedNotebook, cells }, { initlab: named });
}

// What a change is said to do is what the grader does with it.
describe("what is said of a change", { timeout: 120_000 }, () => {
  const folder = new GradeFolder();
  folder.submit("ana", handInSolved());
  afterAll(() => folder.remove());
  const at = (name: string) => join(folder.path, `${name}.ipynb`);

  async function gradeWith(name: string, now: Notebook, more: readonly string[] = []) {
    await writeNotebook(at(name), now);
    const run = await folder.grade(["--assignment", at(name), ...more], name);
    await writeNotebook(at("old"), solvedNotebook);
    const kinds = (await reportChanges(at("old"), at(name))).map(({ kind }) => kind);
    return { result: run.results.get("ana")!, kinds };
  }

  it("moves points: the same submission has the new ones", async () => {
    const { result, kinds } = await gradeWith("points", edit({ [`${zeros}_test`]: { points: 15 } }));
    expect(kinds).toEqual(["version", "total", "points"]);
    expect([result.score, result.max_score]).toEqual([35, 35]);
  });

  it("renames a cell: initlab finds it all the same", async () => {
    const { result, kinds } = await gradeWith("renamed", edit({ [zeros]: { grade_id: "nothing" } }));
    expect(kinds).toEqual(["version", "renamed"]);
    expect(result.score).toBe(30);
  });

  it("changes the version: refused with the new notebook alone, graded with both", async () => {
    const now = edit({}, { version: "next" });
    const { result, kinds } = await gradeWith("version", now);
    expect(kinds).toEqual(["version"]);
    expect(result.verdict).toBe("wrong_assignment");
    const both = await gradeWith("both", now, ["--assignment", at("old")]);
    expect(both.result.score).toBe(30);
  });
});
