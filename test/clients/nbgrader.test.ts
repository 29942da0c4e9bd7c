import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notebook } from "../../src/notebook/index.ts";
import { cellOutputs } from "../notebooks/cellOutputs.ts";
import { Course, type Grades } from "./support/Course.ts";
import { releasedNotebook, solvedNotebook, sourceOf, withCells } from "./support/solvedNotebook.ts";

const [zeros, random, he] = ["zeros", "random", "he"].map((kind) => `initialize_parameters_${kind}`) as [
  string,
  string,
  string,
];
const solution = (name: string): string => sourceOf(solvedNotebook, name);

/** Each student's answers, in the cells of the release, and what they deserve. */
const students: Readonly<Record<string, { answers: Readonly<Record<string, string>>; points: number[] }>> = {
  "who solved everything": {
    answers: { [zeros]: solution(zeros), [random]: solution(random), [he]: solution(he) },
    points: [10, 10, 10],
  },
  "who did nothing": { answers: {}, points: [0, 0, 0] },
  "whose first cell throws": {
    answers: {
      [zeros]: 'throw new Error("I do not know how to begin");',
      [random]: solution(random),
      [he]: solution(he),
    },
    points: [0, 10, 10],
  },
  "who solved half, forgot a factor, and left a mistake of types": {
    answers: {
      [zeros]: solution(zeros),
      [random]: solution(random).replace(".mul(10)", ""),
      [he]: solution(he).replace("layers_dims.length - 1", 'layers_dims.length - "1"'),
    },
    points: [10, 0, 0],
  },
};

describe("nbgrader autograde", () => {
  let folder: string;
  let course: Course;
  let released: Notebook;
  let grades: Readonly<Record<string, Grades>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "initlab-nbgrader-"));
    course = new Course(folder);
    released = await course.release(solvedNotebook);
    for (const [student, { answers }] of Object.entries(students))
      await course.submit(idOf(student), withCells(releasedNotebook, answers));
    grades = await course.autograde();
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is given what `initlab release` makes: nbgrader's own release has the same cells, to the last key", () => {
    expect(released.cells).toEqual(releasedNotebook.cells);
    const { name, version } = released.metadata.initlab as { name: string; version: string };
    expect(releasedNotebook.metadata).toEqual({ ...released.metadata, initlab: { name, version } });
  });

  it.each(Object.entries(students))("judges every test of a student %s", (student, { points }) => {
    const [first, second, third] = points;
    expect(grades[idOf(student)]).toEqual({
      score: points.reduce((sum, one) => sum + one, 0),
      max_score: 30,
      needs_manual_grade: false,
      cells: {
        [`${zeros}_test`]: [first, 10],
        [`${random}_test`]: [second, 10],
        [`${he}_test`]: [third, 10],
      },
    });
  });

  it("leaves in the student's notebook why a test failed", async () => {
    const { stdout, failure } = cellOutputs(
      await course.autograded(idOf("who solved half, forgot a factor, and left a mistake of types")),
      `${random}_test`,
    );
    expect(stdout + failure).toContain("10 times too small");
    const thrown = await course.autograded(idOf("whose first cell throws"));
    expect(cellOutputs(thrown, zeros).failure).toContain("Error: I do not know how to begin");
    expect(cellOutputs(thrown, `${zeros}_test`).failure).toContain("Exercise 1 is not done yet");
  });

  it("is followed by generate_feedback, whose page shows the points and what the tests said", async () => {
    const page = await course.feedback(idOf("who solved half, forgot a factor, and left a mistake of types"));
    const [score] = /Initialization \(Score: [^)]*\)/.exec(page) ?? [];
    expect(score).toBe("Initialization (Score: 10.0 / 30.0)");
    expect(page.includes("10 times too small")).toBe(true);
  }, 120_000);
});

/** nbgrader wants ids without spaces. */
function idOf(student: string): string {
  return student.replaceAll(/\W+/g, "-");
}
