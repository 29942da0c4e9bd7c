import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReportSchema } from "../src/instructor/check/index.ts";
import { type Notebook, serializeNotebook } from "../src/notebook/index.ts";
import { code, notebook, role } from "./notebook/notebooks.js";
import { longForm } from "./support/longForm.ts";
import { runInitlab } from "./support/processes/runInitlab.js";

const folder = mkdtempSync(join(tmpdir(), "initlab-cli-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer = `function cube(x: number): number {
  // BEGIN SOLUTION
  return x * x * x;
  // END SOLUTION
}`;
const judging = `for (const x of [-1.5, 0.3, 2, 7]) if (cube(x) !== x * x * x) throw new Error("cube(" + x + ")");`;

/** A small assignment that is sound. */
function course(testName: string, points: number, solution: string = answer): Notebook {
  const made = notebook(
    { ...code(solution, role("cube", ["solution"])), id: "cube" },
    { ...code(judging, role(testName, ["grade", "locked"], points)), id: "cube_test" },
  );
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  return { ...made, metadata: { ...made.metadata, kernelspec } };
}

function written(name: string, content: Notebook | string): string {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : serializeNotebook(content));
  return file;
}

describe("initlab check --against", { timeout: 300_000 }, () => {
  let old: string;
  let now: string;
  beforeAll(() => {
    old = written("last-year/Cubes.ipynb", course("cube_test", 10));
    now = written("Cubes.ipynb", course("cubes_judged", 15));
  });

  it("tells after a sound report what the changes do, and leaves the exit code to the report", async () => {
    const { status, stdout, stderr } = await runInitlab("check", now, "--against", old);
    const [report = "", changes = ""] = stdout.split(/(?=^Since )/m);
    expect(report, stderr).toMatch(/✓ .*Cubes\.ipynb is sound\. \(\d+\.\d s\)\n$/);
    expect(changes).toContain(`Since ${old}, for what was handed in:\n`);
    expect(changes).toMatch(/^! the version is still 1, .*\.\n {2}→ /m);
    expect(changes).toMatch(/^! there were 10 points in all, and there are 15\./m);
    expect(changes).toMatch(/cell 2 \(cubes_judged\): /);
    expect(status).toBe(0);
  });

  it.each(longForm ? ["--json"] : [])("has them with %s beside the report", async () => {
    const { status, stdout } = await runInitlab("check", now, "--against", old, "--json");
    const { changes, ...report } = JSON.parse(stdout);
    expect(checkReportSchema.parse(report)).toMatchObject({ sound: true, findings: [] });
    expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(["version", "total", "renamed"]),
    );
    for (const change of changes) {
      expect(Object.keys(change)).toEqual(["kind", "effect", "cell", "cell_name", "message", "way_out"]);
      expect(["lost", "points", "none"]).toContain(change.effect);
    }
    expect(status).toBe(0);
  });

  it.each([
    ["is not there", () => join(folder, "none.ipynb"), /none\.ipynb: there is no such file/],
    ["is no notebook", () => written("bad.ipynb", '{"cells": ['), /bad\.ipynb, line 1: not JSON/],
  ])("says at once, with exit code 2, that the old notebook %s", async (_, file, message) => {
    const { status, stdout, stderr } = await runInitlab("check", now, "--against", file());
    expect(stderr).toMatch(message);
    // No step was looked at before.
    expect(stderr).not.toMatch(/[✓✗]/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

describe("initlab check of a stray marker", { timeout: 300_000 }, () => {
  it("tells it as a finding beside others and before what has changed, with exit code 1; nothing is written", async () => {
    const stray = course("cube_test", 10, `${answer}\n// END SOLUTION`);
    const marked: Notebook = {
      ...stray,
      cells: [...stray.cells, { cell_type: "markdown", id: "link", metadata: {}, source: "[up](#nowhere)" }],
    };
    const file = written("stray/Cubes.ipynb", marked);
    const { status, stdout } = await runInitlab("check", file, "--against", file);
    expect(stdout).toMatch(/✗ .*Cubes\.ipynb, cell 1 \(cube\), line 6: .*END SOLUTION.*\n {2}→ /);
    expect(stdout).toMatch(/✗ .*Cubes\.ipynb, cell 3 .*#nowhere/);
    expect(stdout).toMatch(/Cubes\.ipynb is not sound: 2 findings/);
    expect(stdout).toContain(`✓ Since ${file}, nothing has changed that matters to what was handed in.\n`);
    expect(status).toBe(1);
    expect(readdirSync(join(folder, "stray"))).toEqual(["Cubes.ipynb"]);
  });

  it("is told of in the help", async () => {
    const { stdout } = await runInitlab("check", "--help");
    expect(stdout).toContain("Exit codes: 0 sound, 1 not sound, 2 cannot be checked");
    expect(stdout).toMatch(/marker[\s\S]*release[\s\S]*2/);
  });
});
