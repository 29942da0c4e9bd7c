import { describe, expect, test } from "vitest";
import { reportFinding } from "../../../src/instructor/check/CheckReport.ts";
import { checkLinks } from "../../../src/instructor/check/checkLinks.ts";
import { checkNames } from "../../../src/instructor/check/checkNames.ts";
import { checkStructure } from "../../../src/instructor/check/checkStructure.ts";
import type { ReportedFinding } from "../../../src/instructor/check/index.ts";
import { checkLeaks } from "../../../src/instructor/leaks/checkLeaks.ts";
import { secretsOf } from "../../../src/instructor/leaks/secretsOf.ts";
import { release } from "../../../src/instructor/release.ts";
import type { Notebook } from "../../../src/notebook/index.ts";
import { compiler } from "../../cells/support/compiler.js";
import { root } from "../../cells/support/nodeHost.js";
import { casesOf } from "../../support/longForm.ts";
import { checkNotebook } from "./support/checkNotebook.js";
import { defectsAtWork } from "./support/defectsAtWork.js";
import { defectsInText } from "./support/defectsInText.js";
import type { Fixture } from "./support/Fixture.js";
import { random, relabelled, smallCourse, zeros } from "./support/smallCourse.js";

/** The checks that run nothing, as checkAssignment calls them. */
function findingsInText(notebook: Notebook): ReportedFinding[] {
  const file = `${root}/notebooks/instructor/Initialization.ipynb`;
  const structure = checkStructure(notebook);
  const released = structure.some(({ kind }) => /^(?:marker|metadata|nbgrader|duplicate)/.test(kind))
    ? undefined
    : release(notebook);
  const packages = ["src/init_utils/dist", "public_tests/dist"].map((folder) => `${root}/${folder}`);
  const findings = [
    ...structure,
    ...checkLinks(notebook, file),
    ...checkNames(compiler, { notebook, released }, `${root}/notebooks`),
    ...(released ? checkLeaks(secretsOf(compiler, notebook), { released, packages, root }) : []),
  ];
  return findings.map((finding) => reportFinding(notebook, finding));
}

function expectFinding(findings: readonly ReportedFinding[], { kind, says, cell, line }: Fixture): void {
  const found = findings.find((finding) => finding.kind === kind && says.test(finding.message));
  expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
  expect([found?.cell_name, found?.line]).toEqual([cell, line]);
  expect(found?.way_out).toMatch(/\w/);
}

/** Each takes a whole check. */
const atWork = casesOf(
  Object.fromEntries(defectsAtWork.map((fixture) => [fixture.defect, fixture])),
  "a test without sizes of its own",
  "a cell that prints the time",
);

describe("check", { timeout: 300_000 }, () => {
  test("finds nothing in the texts of the sound course", () => {
    expect(findingsInText(smallCourse)).toEqual([]);
  });

  test.each(defectsInText)("finds $defect, and names cell, line and way out", (fixture) => {
    expectFinding(findingsInText(fixture.notebook), fixture);
  });

  test.each(Object.values(atWork))(
    "finds $defect, run as the command, and names cell, line and way out",
    async (fixture) => {
      const { status, report } = await checkNotebook(fixture.notebook);
      expectFinding(report.findings, fixture);
      expect([status, report.sound]).toEqual([1, false]);
    },
  );

  test("tells all findings, not only the first, and what it could not look at", async () => {
    const { cells } = relabelled(`${zeros}_test`, { points: undefined });
    const broken = cells.map((cell) =>
      cell.cell_type === "code" && cell.source.includes(`function ${random}(`)
        ? { ...cell, source: `${cell.source.replace("// END SOLUTION", "")}\nconst n: number = "n";` }
        : cell,
    );
    const { status, report } = await checkNotebook({ ...smallCourse, cells: broken });
    expect(status).toBe(1);
    expect(report.findings.map(({ kind }) => kind)).toEqual(["nbgrader-metadata", "marker", "type-error"]);
    const notRun = report.steps.filter(({ result }) => result === "not_run").map(({ step }) => step);
    expect(notRun).toEqual(["solution", "stub", "alone", "kernel", "mistakes", "leaks", "determinism"]);
  });
});
