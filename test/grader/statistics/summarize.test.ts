import { describe, expect, it } from "vitest";
import { countMistakes } from "../../../src/grader/statistics/countMistakes.js";
import { countScores } from "../../../src/grader/statistics/countScores.js";
import { counted, durationText, numberText, summarize } from "../../../src/grader/statistics/index.js";
import { gradebook, missing, row } from "./rows.js";

const scored = (...scores: number[]) => scores.map((score, at) => row(`s${at}`, { score }));

describe("countScores", () => {
  it("counts each score where there are few", () => {
    const rows = [...scored(10, 30, 10, 0), row("w", { score: 10, needsPerson: ["Look."] })];
    expect(countScores(rows)).toEqual({
      mean: 12,
      median: 10,
      fullMarks: 1,
      maxScore: 30,
      unit: "points",
      bins: [
        { label: "0", settled: 1, waiting: 0 },
        { label: "10", settled: 2, waiting: 1 },
        { label: "30", settled: 1, waiting: 0 },
      ],
    });
  });

  it("counts in tenths where there are many, and full marks alone", () => {
    const { bins = [], median } =
      countScores(scored(...Array.from({ length: 31 }, (_, score) => score))) ?? {};
    expect(median).toBe(15);
    expect(bins.map(({ settled }) => settled)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1]);
    expect(bins.map(({ label }) => label).slice(-2)).toEqual(["27 to below 30", "30"]);
  });

  it("loses nobody with an odd score: a person may have given more than there is, or less than nothing", () => {
    const rows = scored(-1, 31, ...Array.from({ length: 20 }, (_, at) => at * 1.7));
    const { bins = [], fullMarks } = countScores(rows) ?? {};
    expect(bins.reduce((sum, { settled }) => sum + settled, 0)).toBe(22);
    expect(bins.at(-1)).toEqual({ label: "30 or more", settled: 3, waiting: 0 });
    expect(fullMarks).toBe(3);
  });

  it("goes by percents where versions of the assignment have other maxima", () => {
    const rows = [row("a", { score: 10 }), row("b", { score: 10, maxScore: 10 }), row("c", { maxScore: 0 })];
    expect(countScores(rows)).toMatchObject({
      unit: "percent",
      maxScore: 100,
      median: 100 / 3,
      fullMarks: 2,
      bins: [{ label: "0" }, { label: "33.33" }, { label: "100" }],
    });
  });

  it("knows nothing of a class that handed in nothing", () => {
    expect(countScores([])).toBeUndefined();
  });
});

describe("countMistakes", () => {
  const exercises = ["he", "zeros"].map((gradeId) => ({ gradeId, maxPoints: 10 }));
  const hinted = (student: string, ...hints: (string | undefined)[]) =>
    row(student, { hints, points: [0, 0], verdicts: ["failed", "failed"] });

  it("counts students, not hints, the most frequent mistake first", () => {
    const [a, b, c] = [
      hinted("a", "Rare."),
      hinted("b", "Often.", "Often."),
      hinted("c", undefined, "Often."),
    ];
    expect(countMistakes(exercises, [a, b, c])).toEqual({
      mistakes: [
        { hint: "Often.", varies: false, gradeIds: ["he", "zeros"], students: [b, c] },
        { hint: "Rare.", varies: false, gradeIds: ["he"], students: [a] },
      ],
      withoutHint: [a, c],
    });
  });

  it.each([
    [
      "The numbers are those of seed 1, but seed 3 is expected.",
      "The numbers are those of seed 42, but seed 3 is expected.",
    ],
    ['"W_1" is there for W1', '"weights" is there for W1'],
    ["They are 0.1 times as large", "They are -1e-7 times as large"],
    ["With layers_dims = [2, 4, 1]", "With layers_dims = [3, 3]"],
  ])("takes %j and %j for one mistake", (one, other) => {
    const rows = [hinted("a", one), hinted("b", other), hinted("c", other)];
    expect(countMistakes(exercises, rows).mistakes).toMatchObject([
      { hint: other, varies: true, students: rows },
    ]);
  });

  it.each([
    ["W1 is missing", "W2 is missing"],
    ["Only W1 is right", "Only b1 is right"],
  ])("takes %j and %j for two", (one, other) => {
    expect(countMistakes(exercises, [hinted("a", one), hinted("b", other)]).mistakes).toHaveLength(2);
  });

  it("counts what became of tests that did not run or came to no end, and lists who failed without a hint", () => {
    const [a, b, c, d, e] = [
      row("a", { hints: [], points: [4], verdicts: ["failed"] }),
      row("b", { hints: [], points: [0], verdicts: ["not_run"] }),
      row("c", { hints: [], points: [0, 0], verdicts: ["timeout", "timeout"] }),
      row("d", { hints: [], points: [0, 0], verdicts: ["passed", "timeout"] }),
      row("e", { hints: [], points: [10], verdicts: ["timeout"] }),
    ];
    expect(countMistakes(exercises, [a, b, c, d, e])).toMatchObject({
      mistakes: [
        { hint: expect.stringContaining("out of time"), gradeIds: ["he", "zeros"], students: [c, d] },
        { hint: expect.stringContaining("Did not run"), gradeIds: ["he"], students: [b] },
      ],
      withoutHint: [a],
    });
  });
});

describe("summarize", () => {
  it("counts an exercise's points among those who have it and wait for nobody", () => {
    const exercises = [{ gradeId: "he", maxPoints: 10 }];
    const rows = [
      row("a", { points: [10], verdicts: ["passed"] }),
      row("b", { points: [4], verdicts: ["failed"] }),
      row("c", { points: [0], verdicts: ["failed"] }),
      row("d", { points: [0], verdicts: ["pending"] }),
      row("e", { points: [undefined], verdicts: [undefined] }),
      missing("f"),
    ];
    const { exercises: found, handedIn } = summarize(gradebook(rows, exercises), { assignment: "x" });
    expect(found).toEqual([
      { gradeId: "he", maxPoints: 10, mean: 14 / 3, full: 1, some: 1, none: 1, waiting: 1 },
    ]);
    expect(handedIn).toBe(5);
  });

  it("tells who was late, the latest first, and of whom nobody knows how late, last", () => {
    const from = "timestamp.txt";
    const rows = [
      row("unknown", { lateness: { from: "the mark LATE in the file's name" } }),
      row("a", { lateness: { from, lateBySeconds: 5 } }),
      row("in time", { lateness: { from, lateBySeconds: 0 } }),
      row("b", { lateness: { from, lateBySeconds: 500 } }),
      row("no time"),
    ];
    const { late, timesKnown } = summarize(gradebook(rows), { assignment: "x" });
    expect(late.map(({ student }) => student)).toEqual(["b", "a", "unknown"]);
    expect(timesKnown).toBe(4);
  });

  it("brings together whom a person has to look at for one reason, and counts each student once", () => {
    const rows = [
      row("a", { needsPerson: ["Rare."] }),
      row("b", { needsPerson: ["Often.", "Rare."] }),
      row("c", { needsPerson: ["Often."] }),
      row("d", { needsPerson: ["Often."] }),
    ];
    const { reasons, waiting } = summarize(gradebook(rows), { assignment: "x" });
    expect(reasons.map(({ reason, students }) => [reason, students.length])).toEqual([
      ["Often.", 3],
      ["Rare.", 2],
    ]);
    expect(waiting).toBe(4);
  });
});

describe("words", () => {
  it.each([
    [0, "0 s"],
    [59, "59 s"],
    [60, "1 min"],
    [3_661, "1 h 1 min"],
    [86_400 + 59, "1 d"],
    [93_784, "1 d 2 h"],
    [400 * 86_400, "400 d"],
  ])("durationText says %d seconds as %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });

  it("numberText and counted write as people do", () => {
    expect([numberText(10), numberText(2 / 3), numberText(-0.001)]).toEqual(["10", "0.67", "0"]);
    expect([counted(1, "student"), counted(0, "student")]).toEqual(["1 student", "0 students"]);
  });
});
