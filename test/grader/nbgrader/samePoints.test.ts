import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notebook } from "../../../src/notebook/index.ts";
import { Course, type Grades } from "../../clients/support/Course.ts";
import { releasedNotebook, solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { answers } from "../../support/answers/mistakes.js";
import { casesOf } from "../../support/longForm.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf, withExtraCell } from "../support/students.js";

const mistake = (id: string): Notebook => {
  const { exercise, ts } = answers.find((answer) => answer.id === id)!;
  return handInSolved({ [exercise]: ts });
};

/** One of a kind each. */
const all: Readonly<Record<string, Notebook>> = {
  solved: handInSolved(),
  stub: releasedNotebook,
  half: handIn({ zeros: solutionOf("zeros"), he: solutionOf("he").replace("Math.sqrt", "") }),
  throws: withExtraCell(handInSolved(), "model", 'throw new Error("not mine");'),
  syntax: handInSolved({ zeros: "function initialize_parameters_zeros( {" }),
  transposed: mistake("z-w-transposed"),
  "missing-brace": mistake("z-missing-brace"),
  "no-return": mistake("z-no-return"),
  "loop-from-0": mistake("z-loop-from-0"),
  renamed: mistake("z-renamed"),
  "class-instead": mistake("ok-random-class"),
  arrow: mistake("ok-zeros-arrow"),
};
/** nbgrader takes ten seconds over a notebook. */
const alike = casesOf(all, "throws");

/** The kernel does not run a cell with errors of types; the grader judges what it does when it runs. */
const withTypeError: Notebook = handInSolved({
  he: solutionOf("he").replace("layers_dims.length - 1", 'layers_dims.length - ("1" as any as string)'),
});

describe("initlab grade and nbgrader's autograde on the kernel", { timeout: 600_000 }, () => {
  const folder = new GradeFolder();
  let ours: GradeRun;
  let theirs: Readonly<Record<string, Grades>>;
  let courseFolder: string;

  beforeAll(async () => {
    courseFolder = await mkdtemp(join(tmpdir(), "initlab-course-"));
    const course = new Course(courseFolder);
    await course.release(solvedNotebook);
    for (const [student, notebook] of Object.entries({ ...alike, "type-error": withTypeError })) {
      folder.submit(student, notebook);
      await course.submit(student, notebook);
    }
    ours = await folder.grade();
    theirs = await course.autograde();
  }, 600_000);
  afterAll(async () => {
    folder.remove();
    await rm(courseFolder, { recursive: true, force: true });
  });

  test.each(Object.keys(alike))("give %s the same points, test by test", (student) => {
    const { score, max_score, tests } = ours.results.get(student)!;
    const cells = Object.fromEntries(
      tests.map(({ grade_id, points, max_points }) => [grade_id, [points, max_points]]),
    );
    expect({ score, max_score, cells, needs_manual_grade: false }).toEqual(theirs[student]);
  });

  test("differ over an answer that runs right with an error of types, as --types strict does not", async () => {
    expect(ours.results.get("type-error")!.score).toBe(30);
    expect(theirs["type-error"]!.score).toBe(20);
    const strict = await folder.grade(["--types", "strict"], "strict");
    expect(strict.results.get("type-error")!.score).toBe(20);
  });
});
