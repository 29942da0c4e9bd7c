import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Overrides, readOverrides, readOverridesIfThere } from "../../../src/grader/gradebook/index.ts";
import { UsageError } from "../../../src/instructor/UsageError.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

const folder = mkdtempSync(join(tmpdir(), "initlab-overrides-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): Promise<Overrides> {
  const file = join(folder, "overrides.csv");
  writeFileSync(file, text);
  return readOverrides(file);
}

const header = "student,test,points,who,why\n";

describe("readOverrides", () => {
  test("readOverrides reads a person's words, in any order of columns, with commas for decimals", async () => {
    const overrides = await read(
      'why;who;points;test;student;mood\n"Good, if short";Dr. Lee;7,5;essay;ana;fine\n',
    );
    expect(overrides.of("ana")).toEqual([
      { student: "ana", test: "essay", points: 7.5, who: "Dr. Lee", why: "Good, if short", row: 2 },
    ]);
    expect(overrides.warnings).toEqual([]);
  });

  test.each([
    [
      "student,test,points\n",
      "overrides.csv, row 1: expected the columns student, test, points, who, why; who, why is missing.",
    ],
    [
      `${header},a,1,x,y\n`,
      'overrides.csv, row 2, column "student": expected a student as in grades.csv, got nothing.',
    ],
    [
      `${header}ana,,1,x,y\n`,
      'overrides.csv, row 2, column "test": expected a grade_id, or * for the whole submission, got nothing.',
    ],
    [
      `${header}\nana,a,full,x,y\n`,
      'overrides.csv, row 3, column "points": expected a number of 0 or more, got "full".',
    ],
    [`${header}ana,a,-1,x,y\n`, 'column "points": expected a number of 0 or more, got "-1".'],
    [`${header}ana,a,,x,y\n`, 'column "points": expected a number of 0 or more, got nothing.'],
    [`${header}ana,a,1e3,x,y\n`, 'got "1e3".'],
    [`${header}ana,a,1,,y\n`, 'column "who": expected the name of the person who decided it, got nothing.'],
    [`${header}ana,a,1,x,\n`, 'column "why": expected a reason, which the student will read, got nothing.'],
  ])("readOverrides says of %j where it is wrong", async (text, message) => {
    const error = await read(text).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error?.message).toContain(message);
  });

  test("readOverrides lets a later row on the same test count, and says so", async () => {
    const overrides = await read(`${header}ana,a,1,x,y\nben,a,2,x,y\nana,b,3,x,y\nana,a,4,z,w\n`);
    expect(overrides.of("ana").map(({ test, points }) => [test, points])).toEqual([
      ["b", 3],
      ["a", 4],
    ]);
    expect(overrides.warnings).toEqual([
      "overrides.csv, row 5: counts instead of row 2, which is on the same: ana, a.",
    ]);
  });

  test("readOverrides finds students as grades.csv shows them, and however their letters are composed", async () => {
    const overrides = await read(`${header}'=ana,a,1,x,y\nJose\u0301,a,2,x,y\n`);
    expect(overrides.of("=ana")).toHaveLength(1);
    expect(overrides.of("José")).toHaveLength(1);
    expect(overrides.unasked()).toEqual([]);
  });

  test("readOverrides tells which rows are of nobody, once everybody was asked for", async () => {
    const rows = ["ana", "bob", "bob", "cy", "dee", "eve", "flo", "gus\u001b"].map(
      (name, at) => `${name},t${at},1,x,y\n`,
    );
    const overrides = await read(header + rows.join(""));
    overrides.of("ana");
    overrides.of("zoe");
    expect(overrides.unasked()).toEqual([
      "overrides.csv: these students are not in this run: bob (row 3, 4), cy (row 5), dee (row 6), eve (row 7), flo (row 8), and 1 more.",
    ]);
  });

  test("readOverridesIfThere takes a file that is not there for an empty one, and readOverrides does not", async () => {
    const file = join(folder, "none.csv");
    expect((await readOverridesIfThere(file)).of("ana")).toEqual([]);
    await expect(readOverrides(file)).rejects.toThrow("cannot be read");
    writeFileSync(join(folder, "bad.csv"), "student\n");
    await expect(readOverridesIfThere(join(folder, "bad.csv"))).rejects.toThrow("row 1: expected");
  });
});

describe("makeGrade", () => {
  const tests = [
    testResult("code"),
    testResult("essay", { verdict: "pending", points: 0, max_points: 5, message: "A person decides." }),
  ];

  test("makeGrade without overrides says what the grader found, and what waits for a person", () => {
    const grade = gradeOf("ana", tests);
    expect([grade.verdict, grade.score, grade.maxScore, grade.tests]).toEqual(["pending", 10, 15, tests]);
    expect(grade.needsPerson).toEqual(["Waiting for a person's points: essay."]);
  });

  test("makeGrade puts a person's word in the place of what was found, and keeps both", async () => {
    const overrides = await read(`${header}ana,essay,4.5,Lee,One reason is missing\n`);
    const grade = gradeOf("ana", tests, { overrides });
    expect([grade.verdict, grade.score]).toEqual(["failed", 14.5]);
    expect(grade.tests[1]).toMatchObject({
      points: 4.5,
      verdict: "failed",
      override: { who: "Lee", why: "One reason is missing" },
    });
    expect([grade.results.verdict, grade.results.score, grade.results.tests]).toEqual(["failed", 10, tests]);
    expect([grade.needsPerson, grade.warnings]).toEqual([[], []]);
  });

  test("makeGrade takes full points from a person for passed, also where the grader failed", async () => {
    const broken = [
      testResult("code", { verdict: "judge_error", points: 0, message: "broken" }),
      ...tests.slice(1),
    ];
    const grade = gradeOf("ana", broken, {
      overrides: await read(`${header}ana,essay,5,Lee,fine\nana,code,10,Lee,by hand\n`),
    });
    expect([grade.verdict, grade.score, grade.needsPerson]).toEqual(["passed", 15, []]);
    expect(gradeOf("ben", broken).needsPerson).toEqual([
      "Waiting for a person's points: essay.",
      "The grader or the test failed: code.",
    ]);
  });

  test("makeGrade lets a word on the whole submission count alone, whatever its tests say", async () => {
    const unreadable = ["code", "essay"].map((id) =>
      testResult(id, { verdict: "unreadable", points: 0, message: "It is a PDF.\u001b" }),
    );
    const waiting = gradeOf("ana", unreadable);
    expect([waiting.verdict, waiting.needsPerson]).toEqual([
      "unreadable",
      ["unreadable: It is a PDF.\\u{1b}"],
    ]);
    const overrides = await read(`${header}ana,*,12,Lee,Read on paper\nana,code,9,Lee,x\n`);
    const grade = gradeOf("ana", unreadable, { overrides });
    expect([grade.verdict, grade.score, grade.maxScore, grade.needsPerson]).toEqual(["failed", 12, 20, []]);
    expect(grade.override).toMatchObject({ points: 12, why: "Read on paper" });
    expect(grade.tests.map(({ points }) => points)).toEqual([9, 0]);
  });

  test("makeGrade still needs a person while a part of what cannot be read is undecided", async () => {
    const unreadable = ["a", "b"].map((id) =>
      testResult(id, { verdict: "unreadable", points: 0, message: "No." }),
    );
    const grade = gradeOf("ana", unreadable, { overrides: await read(`${header}ana,a,5,Lee,x\n`) });
    expect(grade.needsPerson).toEqual(["unreadable: No."]);
  });

  test("makeGrade warns of points above the maximum, which count, and of tests that are not there", async () => {
    const overrides = await read(`${header}ana,essay,6,Lee,bonus\nana,esay,1,Lee,typo\n`);
    const grade = gradeOf("ana", tests, { overrides });
    expect([grade.score, grade.verdict]).toEqual([16, "passed"]);
    expect(grade.warnings).toEqual([
      "overrides.csv, row 2: ana gets 6 points for essay, which has 5.",
      'overrides.csv, row 3: ana has no test "esay", so the row does nothing. There are: code, essay, *.',
    ]);
  });

  test("makeGrade finds a word on a student also by what the roster calls the student", async () => {
    const overrides = await read(`${header}Participant 12,a,1,x,y\nAna_12,a,2,x,y\n`);
    const rosterEntry = { student: "Participant 12", ids: {} };
    expect(gradeOf("Ana_12", [testResult("a")], { overrides, rosterEntry }).score).toBe(2);
    expect(overrides.unasked()).toEqual([]);
  });

  test("makeGrade adds decimal points without what doubles leave over", () => {
    const parts = [0.1, 0.2, 0.7].map((points, at) => testResult(`t${at}`, { points, max_points: 1 }));
    expect(gradeOf("ana", parts).score).toBe(1);
  });

  test("makeGrade takes names from the roster first, and what the submission tells else", () => {
    const submission = { student: "ana_12", path: "x.ipynb", name: "ana", ids: { canvas_user: "12" } };
    const rosterEntry = { student: "ana_12", name: "Doe, Ana", email: "ana@example.org", ids: {} };
    expect(gradeOf("", tests, { submission, rosterEntry })).toMatchObject({
      student: "ana_12",
      name: "Doe, Ana",
      email: "ana@example.org",
      ids: { canvas_user: "12" },
    });
    expect(gradeOf("", tests, { submission }).name).toBe("ana");
  });
});
