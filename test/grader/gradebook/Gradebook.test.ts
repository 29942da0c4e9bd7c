import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { Gradebook, Overrides } from "../../../src/grader/gradebook/index.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

describe("Gradebook", () => {
  test("Gradebook keeps columns in the assignment's order, and adds those of other versions", () => {
    const gradebook = new Gradebook([
      { gradeId: "a", maxPoints: 10 },
      { gradeId: "b", maxPoints: 5 },
    ]);
    gradebook.add(
      gradeOf("zoe", [testResult("old", { points: 1 }), testResult("b", { max_points: 5, points: 5 })]),
    );
    gradebook.add(gradeOf("ana", [testResult("a", { points: 3, hint: "Divide by 2." }), testResult("b")]));
    expect(gradebook.exercises.map(({ gradeId }) => gradeId)).toEqual(["a", "b", "old"]);
    expect(gradebook.rows().map(({ student, points }) => [student, ...points])).toEqual([
      ["ana", 3, 10],
      ["zoe", undefined, 5, 1],
    ]);
    expect(gradebook.rows()[0]?.hints).toEqual(["Divide by 2.", undefined]);
    expect(gradebook.rows()[1]?.verdicts).toEqual([undefined, "passed", "failed"]);
  });

  test("Gradebook gives who handed in nothing 0 of the assignment's points, or what a person gave", () => {
    const gradebook = new Gradebook([{ gradeId: "a", maxPoints: 10 }]);
    const entry = { student: "ben", name: "Ben", email: "ben@example.org", ids: { Section: "1" } };
    gradebook.addMissing(entry);
    const word = { student: "cy", points: 4, who: "Lee", why: "By mail", row: 2 };
    const overrides = new Overrides("overrides.csv", [
      { ...word, test: "a", points: 9 },
      { ...word, test: "*", row: 3 },
    ]);
    expect(gradebook.addMissing({ ...entry, student: "cy" }, overrides)).toEqual([
      "overrides.csv, row 2: cy handed in nothing, so that only a row on * counts.",
    ]);
    const [ben, cy] = gradebook.rows();
    expect(ben).toMatchObject({
      verdict: "missing",
      score: 0,
      maxScore: 10,
      points: [],
      name: "Ben",
      overrides: [],
    });
    expect(ben?.folder).toBeUndefined();
    expect(cy).toMatchObject({ verdict: "missing", score: 4, overrides: [{ test: "*", why: "By mail" }] });
  });

  test("Gradebook knows what was handed in by the name that the system gave it", () => {
    const gradebook = new Gradebook();
    const path = "submissions.zip/doeana_12_34_work.zip/nested_1/Initialization.ipynb";
    const ids = { canvas_user: "12", canvas_file: "34" };
    gradebook.add(gradeOf("a", [], { submission: { student: "doeana_12", path, ids } }));
    gradebook.add(gradeOf("b", [], { submission: { student: "b", path } }));
    expect(gradebook.rows().map(({ handedIn }) => handedIn)).toEqual([
      "Initialization.ipynb",
      "doeana_12_34_work.zip",
    ]);
  });

  test("Gradebook holds ten thousand grades in a few megabytes, however long their texts are", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const gradebook = new Gradebook();
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const before = used();
    for (let count = 0; count < 10_000; count++) gradebook.add(longGrade(count));
    expect(gradebook.rows()).toHaveLength(10_000);
    expect(used() - before).toBeLessThan(16);
  });
});

/** Parsed anew, as results are read: so that nothing is shared between two of them. */
function longGrade(count: number): ReturnType<typeof gradeOf> {
  const message = `${count} ${"long text ".repeat(100)}`;
  const tests = ["a", "b", "c", "d"].map((id) =>
    testResult(id, { message, points: 5, hint: "Divide by the square root." }),
  );
  const student = `student ${count}`;
  const submission = { student, path: `${"folder/".repeat(30)}${student}/Initialization.ipynb` };
  return gradeOf(student, JSON.parse(JSON.stringify(tests)), { submission, results: { notes: [message] } });
}
