import { describe, expect, test } from "vitest";
import { type Format, formatFiles, formats } from "../../../src/grader/formats/index.ts";
import { type Grade, Overrides, wholeSubmission } from "../../../src/grader/gradebook/index.ts";
import { gradeOf, hostile, testResult } from "../fixtures/grades.ts";
import { courseraSchema, gradescopeSchema, prairielearnSchema } from "./documented.ts";

const page = "<!doctype html>\n<title>Feedback</title>\n";
const schemas = { gradescope: gradescopeSchema, coursera: courseraSchema, prairielearn: prairielearnSchema };
const main = {
  gradescope: "gradescope/results.json",
  coursera: "coursera/feedback.json",
  prairielearn: "prairielearn/results.json",
} as const;

function textOf(format: Format, grade: Grade): string {
  return formatFiles(format, grade, page).get(main[format]) ?? "";
}

function read<F extends Format>(format: F, grade: Grade): ReturnType<(typeof schemas)[F]["parse"]> {
  return schemas[format].parse(JSON.parse(textOf(format, grade))) as ReturnType<(typeof schemas)[F]["parse"]>;
}

function decided(test: string, points: number): Overrides {
  return new Overrides("overrides.csv", [
    { student: "ana", test, points, who: "Dr. Lee", why: "Fine", row: 2 },
  ]);
}

const lost = testResult("zeros_test", {
  points: 2.5,
  message: "b1 has wrong values.",
  hint: "Divide by the square root.",
  evidence: {
    calls: [{ call: "f([2, 1])", result: "{ b1: [[1]] }" }],
    what: "b1",
    expected: "[[0]]",
    seen: "[[1]]",
  },
  type_errors: [{ cell: "zeros", line: 3, column: 5, code: 2322, message: "Not assignable." }],
});
const hidden = testResult("he_test", {
  points: 0,
  visibility: "hidden",
  message: "A hidden test failed: wrong.",
});
const pending = testResult("essay", {
  points: 0,
  verdict: "pending",
  message: "A person decides over this answer.",
});
const unreadable = ["a", "b"].map((id) =>
  testResult(id, { points: 0, verdict: "unreadable", message: "It is a PDF." }),
);
const grades: Readonly<Record<string, Grade>> = {
  passed: gradeOf("ana", [testResult("zeros_test"), testResult("he_test")]),
  failed: gradeOf("ana", [lost, hidden, pending], {
    results: { repairs: [{ kind: "moved", message: "A cell stood elsewhere." }], notes: ["Cell 3 threw."] },
  }),
  unreadable: gradeOf("ana", unreadable),
  "of a broken test": gradeOf("ana", [
    testResult("a", { points: 0, verdict: "judge_error", message: "broken" }),
  ]),
  "without tests": gradeOf("ana", []),
  "of hostile text": gradeOf("ana", [testResult(hostile, { points: 0, message: hostile, hint: hostile })], {
    results: { notes: [hostile], repairs: [{ kind: "x", message: hostile }] },
  }),
  "with more points than there are": gradeOf("ana", [lost], { overrides: decided("zeros_test", 12) }),
  "with points for the whole": gradeOf("ana", unreadable, { overrides: decided(wholeSubmission, 15) }),
};

describe("formatFiles", () => {
  const cases = formats.flatMap((format) => Object.keys(grades).map((name) => [format, name] as const));

  test.each(cases)("formatFiles gives %s what its documentation allows, for a grade %s", (format, name) => {
    expect(() => read(format, grades[name]!)).not.toThrow();
  });

  test.each(cases)("formatFiles gives %s nothing that steers a terminal, for a grade %s", (format, name) => {
    expect(textOf(format, grades[name]!)).not.toMatch(/(?!\n)\p{Cc}|[\p{Cf}\p{Zl}\p{Zp}]|\\u00[0189]/u);
  });

  test("formatFiles gives the same bytes for the same grade", () => {
    for (const format of formats) {
      expect(textOf(format, grades.failed!)).toBe(textOf(format, structuredClone(grades.failed!)));
    }
  });
});

describe("gradescopeResults", () => {
  test("gradescopeResults tells what was found, called, seen and expected, as plain text", () => {
    const results = read("gradescope", grades.failed!);
    expect(results).toMatchObject({
      score: 2.5,
      visibility: "visible",
      stdout_visibility: "hidden",
      output_format: "text",
    });
    expect(results.output?.split("\n")).toEqual([
      "Initialization 1.0: 2.5 of 30 points.",
      "Waiting for a person's points: essay.",
      "A cell stood elsewhere.",
      "Cell 3 threw.",
    ]);
    expect(results.tests?.[0]).toMatchObject({
      name: "zeros_test",
      score: 2.5,
      max_score: 10,
      status: "failed",
    });
    expect(results.tests?.[0]?.output?.split("\n")).toEqual([
      "b1 has wrong values.",
      "Not as expected: b1",
      "Yours: [[1]]",
      "Expected: [[0]]",
      "Hint: Divide by the square root.",
      "Types: zeros, line 3, column 5: Not assignable.",
      "f([2, 1]) gave: { b1: [[1]] }",
    ]);
    expect(results.tests?.every((test) => test.output_format === "text")).toBe(true);
  });

  test("gradescopeResults shows a verdict that rests on hidden tests once grades are published, all else at once", () => {
    const { tests } = read("gradescope", grades.failed!);
    expect(tests?.map(({ visibility }) => visibility)).toEqual(["visible", "after_published", "visible"]);
  });

  test("gradescopeResults lets a person's word count, and says whose it is", () => {
    const one = read("gradescope", grades["with more points than there are"]!);
    expect([one.score, one.tests?.[0]?.score, one.tests?.[0]?.status]).toEqual([12, 12, "passed"]);
    expect(one.tests?.[0]?.output).toMatch(/^Dr\. Lee gave 12 of 10 points: Fine\nb1 has/);
    const whole = read("gradescope", grades["with points for the whole"]!);
    expect(whole.score).toBe(15);
    expect(whole.output).toContain("Dr. Lee gave 15 points for the whole submission: Fine");
  });
});

describe("courseraFeedback", () => {
  test("courseraFeedback gives a part of all points, at most all, and the page beside it", () => {
    expect(read("coursera", grades.failed!).fractionalScore).toBeCloseTo(2.5 / 30, 12);
    expect(read("coursera", grades["with more points than there are"]!).fractionalScore).toBe(1);
    expect(read("coursera", grades["without tests"]!).fractionalScore).toBe(0);
    const files = formatFiles("coursera", grades.failed!, page);
    expect([...files.keys()]).toEqual(["coursera/feedback.json", "coursera/htmlFeedback.html"]);
    expect(files.get("coursera/htmlFeedback.html")).toBe(page);
    expect(read("coursera", grades.failed!).feedbackType).toBe("HTML");
  });

  test("courseraFeedback tells in words what a person would read in the page", () => {
    const { feedback } = read("coursera", grades.failed!);
    expect(feedback).toContain("zeros_test: 2.5 of 10 points.\n  b1 has wrong values.");
    expect(feedback).toContain("he_test: 0 of 10 points.\n  A hidden test failed: wrong.");
  });
});

describe("prairielearnResults", () => {
  test("prairielearnResults lists points of every test, and their sum as a part of all", () => {
    const results = read("prairielearn", grades.failed!);
    expect([results.gradable, results.score]).toEqual([true, 2.5 / 30]);
    expect(results.tests?.map(({ name, points, max_points: most }) => [name, points, most])).toEqual([
      ["zeros_test", 2.5, 10],
      ["he_test", 0, 10],
      ["essay", 0, 10],
    ]);
  });

  test("prairielearnResults costs nobody an attempt for what could not be graded, unless a person graded it", () => {
    expect(read("prairielearn", grades.unreadable!)).toMatchObject({
      gradable: false,
      format_errors: ["unreadable: It is a PDF."],
    });
    expect(read("prairielearn", grades["of a broken test"]!).gradable).toBe(false);
    expect(read("prairielearn", grades["with points for the whole"]!)).toMatchObject({
      gradable: true,
      score: 0.75,
    });
  });

  test("prairielearnResults stays below 1 MB, however much there is to say", () => {
    const message = "界".repeat(900).concat("\n").repeat(20);
    const many = Array.from({ length: 300 }, (_, at) => testResult(`t${at}`, { points: 0, message }));
    const text = textOf("prairielearn", gradeOf("ana", many));
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(JSON.parse(text).tests).toHaveLength(300);
  });
});
