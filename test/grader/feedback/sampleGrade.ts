import type { Grade } from "../../../src/grader/gradebook/index.js";
import type { Results, TestResult } from "../../../src/grader/results/index.js";

const source = `function double(x: number): number {
\treturn twice(x);
}`;

const common = { max_points: 10, visibility: "visible" } as const;

/** One test of each kind that looks different. */
export const tests: readonly TestResult[] = [
  {
    ...common,
    grade_id: "double_test",
    verdict: "failed",
    points: 0,
    message: "double: 3 passed, 1 failed.",
    hint: "There is no variable `twice`.",
    evidence: {
      calls: [
        { call: "double(2)", result: "ReferenceError: twice is not defined", threw: true },
        { call: "double(3)", result: "W1 = [[0. 0.]]", times: 2 },
      ],
      more_calls: 3,
      what: "the result for 3",
      expected: "six",
      seen: "nothing",
      also: ["the result for 4"],
    },
    marks: [{ cell: "double", line: 2, column: 9, message: "ReferenceError: twice is not defined" }],
    type_errors: [
      { cell: "double", line: 2, column: 9, code: 2304, message: "Cannot find name 'twice'." },
      { cell: "cell 9", line: 1, column: 1, code: 1005, message: "';' expected." },
    ],
    cells: ["double"],
  },
  {
    ...common,
    grade_id: "half_test",
    verdict: "passed",
    points: 10,
    message: "",
    evidence: { calls: [{ call: "half(2)", result: "1" }] },
    cells: ["half"],
  },
  { ...common, grade_id: "part_test", verdict: "failed", points: 2.5, message: "2.5 of 10 points." },
  {
    ...common,
    grade_id: "hidden_test",
    verdict: "failed",
    points: 0,
    visibility: "hidden",
    message: "A hidden test failed: something in the result has wrong values.",
    cells: ["half"],
  },
  {
    ...common,
    grade_id: "why",
    verdict: "pending",
    points: 0,
    message: "A person decides over this answer.",
    answer: "Because it is so.",
  },
];

export const results: Results = {
  schema_version: 1,
  student: "ana",
  submission_hash: "0123456789abcdef".repeat(4),
  assignment: { name: "Trees", version: "2", hash: "f".repeat(64) },
  grader_version: "0.1.0",
  sandbox: "bubblewrap",
  verdict: "pending",
  score: 12.5,
  max_score: 50,
  tests,
  repairs: [{ kind: "moved", grade_id: "half", message: "The cell half stood elsewhere." }],
  notes: ["Cell 9 threw an error: Error: no"],
  answers: [
    { cell: "double", grade_id: "double", source },
    { cell: "half", grade_id: "half", source: "const half = (x: number) => x / 2;", cut: true },
  ],
};

const override = {
  student: "ana",
  test: "part_test",
  points: 7.5,
  who: "Dr. Moss",
  why: "The idea is right.",
  row: 2,
};

/** A grade that has everything a grade may have. */
export const sampleGrade: Grade = {
  student: "ana",
  name: "Ana Doe",
  folder: "ana",
  path: "submissions/ana.ipynb",
  lateness: { submittedAt: "2026-11-30T22:59:00Z", from: "timestamp.txt", lateBySeconds: 7260 },
  results,
  tests: tests.map((test) => (test.grade_id === "part_test" ? { ...test, points: 7.5, override } : test)),
  verdict: "pending",
  score: 17.5,
  maxScore: 50,
  needsPerson: ["Waiting for a person's points: why."],
  warnings: [],
};

/** What is no text of anybody's. */
const fixed = ["verdict", "visibility", "sandbox", "submission_hash", "submittedAt"];

/** The same grade with something put before each text in it. */
export function withEverywhere<Value>(value: Value, text: string): Value {
  if (typeof value === "string") return (text + value) as Value;
  if (Array.isArray(value)) return value.map((one) => withEverywhere(one, text)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    fixed.includes(key) ? one : withEverywhere(one, text),
  ]);
  return Object.fromEntries(entries);
}
