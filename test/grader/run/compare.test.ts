import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gradeEventSchema } from "../../../src/grader/progress/index.ts";
import { nbgraderOf, writeNotebook } from "../../../src/notebook/index.ts";
import { solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf } from "../support/students.js";

const he = "initialize_parameters_he_test";

describe("initlab grade --compare", { timeout: 120_000 }, () => {
  const folder = new GradeFolder();
  const at = (name: string) => join(folder.path, name);
  const options = ["--assignment", at("course/key.ipynb"), "--sandbox", "deno"];
  const decide = (...rows: string[]) =>
    writeFileSync(at("results/overrides.csv"), ["student,test,points,who,why", ...rows].join("\n"));
  const changes = ({ stdout }: Pick<GradeRun, "stdout">) => {
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => gradeEventSchema.parse(JSON.parse(line)));
    const found = events.filter((event) => event.event === "changed");
    expect(events.at(-1)).toMatchObject({ event: "end", changes: found.length });
    return Object.fromEntries(found.map(({ event, student, ...change }) => [student, change]));
  };

  beforeAll(async () => {
    await writeNotebook(at("course/key.ipynb"), solvedNotebook);
    for (const student of ["better", "decided", "gone", "same", "undecided"]) {
      folder.submit(student, handIn({ zeros: solutionOf("zeros") }));
    }
    folder.submit("solved", handInSolved());
    await folder.grade(options);
    decide(`undecided,${he},4,Prof. Lee,"It was nearly right"`);
    await folder.grade(options);
    cpSync(at("results"), at("monday"), { recursive: true });
  }, 120_000);
  afterAll(() => folder.remove());

  test("says that nothing differs where nothing does, and refuses what are no results", async () => {
    expect(changes(await folder.grade([...options, "--json", "--compare", at("monday")]))).toEqual({});
    const { stdout } = await folder.grade([...options, "--compare", at("monday")]);
    expect(stdout).toContain("No score differs from the earlier run's.\n");
    const wrong = await folder.grade([...options, "--compare", at("submissions")]);
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).toContain("expected the folder of an earlier run's results");
  });

  test("tells of each student what differs and why, who is new, and who is gone", async () => {
    folder.submit("better", handIn({ zeros: solutionOf("zeros"), he: solutionOf("he") }));
    folder.submit("new", handInSolved());
    rmSync(at("submissions/gone.ipynb"));
    decide(`decided,${he},5,Prof. Lee,half of it`, "same,*,11,Prof. Lee,a good question");
    const run = await folder.grade([...options, "--json", "--compare", at("monday")]);
    const test = (name: string, before: number, after: number, reason: string) => ({
      ...{ test: name, before, after },
      reasons: [reason],
    });
    expect(changes(run)).toEqual({
      better: { before: 10, after: 20, tests: [test(he, 0, 10, "the submission changed")] },
      decided: { before: 10, after: 15, tests: [test(he, 0, 5, "decided by Prof. Lee: half of it")] },
      gone: { before: 10, after: null, tests: [] },
      new: { before: null, after: 30, tests: [] },
      same: { before: 10, after: 11, tests: [test("*", 10, 11, "decided by Prof. Lee: a good question")] },
      undecided: {
        before: 14,
        after: 10,
        tests: [test(he, 4, 0, "what a person had decided no longer counts")],
      },
    });
    const { stdout, stderr } = await folder.grade([...options, "--compare", at("monday")]);
    expect(stdout).toContain(`  better: 10 → 20\n    ${he}  0 → 10  the submission changed\n`);
    expect(stdout).toContain("  new: new, 30\n");
    expect(stdout).toContain("  gone: gone, had 10\n6 students' scores differ from the earlier run's.\n");
    // Only the first run without a student says so: the tables have no longer heard of gone since.
    expect(run.stdout).toContain("grades.csv had a student whom this run has not: gone.");
    expect(stderr).toBe("");
  });

  test("compares with the folder that it writes into, and names a changed assignment", async () => {
    const cells = solvedNotebook.cells.map((cell) => {
      const nbgrader = nbgraderOf(cell);
      const isWorthMore = nbgrader?.grade_id === he;
      return isWorthMore
        ? { ...cell, metadata: { ...cell.metadata, nbgrader: { ...nbgrader, points: 12 } } }
        : cell;
    });
    await writeNotebook(at("course/key.ipynb"), { ...solvedNotebook, cells });
    const run = await folder.grade([...options, "--json", "--compare", at("results")]);
    expect(changes(run)).toEqual(
      Object.fromEntries(
        Object.entries({ better: 20, new: 30, solved: 30 }).map(([student, before]) => [
          student,
          {
            ...{ before, after: before + 2 },
            tests: [{ test: he, before: 10, after: 12, reasons: ["the assignment changed"] }],
          },
        ]),
      ),
    );
  });
});
