import { z } from "zod";
import { type Verdict, verdicts } from "../Verdict.js";

/** Changes whenever a reader of the file would have to. */
export const schemaVersion = 1;

const points = z.number().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const verdict = z.enum(verdicts);

const typeError = z.strictObject({
  cell: z.string().describe("The cell: its grade_id, else its position."),
  line: z.int().min(1).describe("Line in the cell, counted from 1."),
  column: z.int().min(1).describe("Column in the line, counted from 1 in UTF-16 code units."),
  code: z.int().describe("TypeScript's number for it, or 0."),
  message: z.string(),
});

const call = z.strictObject({
  call: z
    .string()
    .describe("As the test could have written it: `f([2, 1])`; a name alone where a variable was asked for."),
  result: z.string().describe("What came back, as the notebook prints it, or what was thrown."),
  threw: z.literal(true).optional().describe("Only where it threw."),
  times: z.int().min(2).optional().describe("How often in a row, where that is more than once."),
});

const evidence = z.strictObject({
  calls: z.array(call).describe("What the visible part asked the submission, in its order."),
  more_calls: z.int().min(1).optional().describe("How many calls after these are left out."),
  what: z.string().optional().describe("The first thing that was not as expected, such as: the shape of W1."),
  expected: z.string().optional().describe("What it is to be."),
  seen: z.string().optional().describe("What it was."),
  also: z.array(z.string()).optional().describe("What else was not as expected."),
});

const mark = z.strictObject({
  cell: z.string().describe("The cell: its grade_id, else its position."),
  line: z.int().min(1).describe("Line in the cell, counted from 1."),
  column: z.int().min(1).optional().describe("Column in the line, counted from 1 in UTF-16 code units."),
  message: z.string(),
});

const answer = z.strictObject({
  cell: z.string().describe("The cell: its grade_id, else its position."),
  grade_id: z
    .string()
    .optional()
    .describe("Of the cell of the assignment; none for a cell of the student's own."),
  source: z.string().describe("As it ran, repairs included; what is too long is cut."),
  cut: z.literal(true).optional().describe("Only where it was cut."),
});

const test = z.strictObject({
  grade_id: z.string().describe("The test cell's grade_id, or that of the answer that a person judges."),
  verdict,
  points,
  max_points: points,
  visibility: z
    .enum(["visible", "hidden"])
    .describe("hidden: the verdict rests on a test that students do not see, and its message is general."),
  message: z.string().describe("What was found, for the student; empty where everything was right."),
  hint: z.string().optional().describe("What to do about it, where the numbers prove the mistake."),
  type_errors: z
    .array(typeError)
    .optional()
    .describe("What the compiler says of the exercise's cells; only where points were lost."),
  evidence: evidence
    .optional()
    .describe("What the part that students see asked and found; never anything of hidden tests."),
  marks: z
    .array(mark)
    .optional()
    .describe("Where in the student's code it went wrong: where it threw, or is no TypeScript."),
  cells: z.array(z.string()).optional().describe("The answers that the test rests on: `cell` of `answers`."),
  answer: z.string().optional().describe("Where a person decides: what there is to read."),
});

const repair = z.strictObject({
  kind: z.string().describe("One word for programs, such as moved."),
  grade_id: z.string().optional(),
  message: z.string().describe("One sentence for the student."),
});

/** The file `OUT/<student>/results.json`, as docs/results.md explains it. */
export const resultsSchema: z.ZodType<Results> = z.strictObject({
  schema_version: z.literal(schemaVersion),
  student: z.string().describe("As the file, the folder or the zip calls the student."),
  submission_hash: sha256.describe("SHA-256 of the submitted file."),
  assignment: z.strictObject({
    name: z.string(),
    version: z.string(),
    hash: sha256.describe("SHA-256 of what the answer key says; its layout is no part of it."),
  }),
  grader_version: z.string().describe("The version of initlab."),
  sandbox: z.enum(["deno", "bubblewrap"]).describe("How the submission was shut in."),
  verdict: verdict.describe("Of the whole submission."),
  score: points,
  max_score: points,
  tests: z.array(test).describe("In the order of the assignment."),
  repairs: z.array(repair).describe("What was put right in the notebook before it ran."),
  notes: z.array(z.string()).describe("What else happened, such as cells that threw."),
  answers: z
    .array(answer)
    .optional()
    .describe("The student's own answers, and what else a mark points into."),
  key: sha256.optional().describe("What these results were made of: equal keys, equal results."),
});

export interface Results {
  readonly schema_version: typeof schemaVersion;
  readonly student: string;
  readonly submission_hash: string;
  readonly assignment: { readonly name: string; readonly version: string; readonly hash: string };
  readonly grader_version: string;
  readonly sandbox: "deno" | "bubblewrap";
  readonly verdict: Verdict;
  readonly score: number;
  readonly max_score: number;
  readonly tests: readonly TestResult[];
  readonly repairs: readonly RepairResult[];
  readonly notes: readonly string[];
  readonly answers?: readonly AnswerResult[] | undefined;
  readonly key?: string | undefined;
}

export interface TestResult {
  readonly grade_id: string;
  readonly verdict: Verdict;
  readonly points: number;
  readonly max_points: number;
  readonly visibility: "visible" | "hidden";
  readonly message: string;
  readonly hint?: string | undefined;
  readonly type_errors?: readonly TypeErrorResult[] | undefined;
  readonly evidence?: EvidenceResult | undefined;
  readonly marks?: readonly MarkResult[] | undefined;
  readonly cells?: readonly string[] | undefined;
  readonly answer?: string | undefined;
}

export interface EvidenceResult {
  readonly calls: readonly CallResult[];
  readonly more_calls?: number | undefined;
  readonly what?: string | undefined;
  readonly expected?: string | undefined;
  readonly seen?: string | undefined;
  readonly also?: readonly string[] | undefined;
}

export interface CallResult {
  readonly call: string;
  readonly result: string;
  readonly threw?: true | undefined;
  readonly times?: number | undefined;
}

export interface MarkResult {
  readonly cell: string;
  readonly line: number;
  readonly column?: number | undefined;
  readonly message: string;
}

export interface AnswerResult {
  readonly cell: string;
  readonly grade_id?: string | undefined;
  readonly source: string;
  readonly cut?: true | undefined;
}

export interface TypeErrorResult {
  readonly cell: string;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
}

export interface RepairResult {
  readonly kind: string;
  readonly grade_id?: string | undefined;
  readonly message: string;
}
