import { z } from "zod";
import { type Verdict, verdicts } from "../Verdict.js";

const count = z.int().min(0);
const points = z.number().min(0);
const student = z.string().describe("As the submissions call the student.");

const start = z.strictObject({
  event: z.literal("start"),
  schema_version: z.literal(1),
  version: z.string().describe("Of initlab."),
  out: z.string().describe("The folder for the results."),
});
const warning = z.strictObject({ event: z.literal("warning"), message: z.string() });
const progress = z.strictObject({
  event: z.literal("progress"),
  done: count,
  reused: count.describe("Of those done, how many had up-to-date results of an earlier run."),
  total: count.optional().describe("Left out as long as submissions are still looked for."),
});
const graded = z.strictObject({
  event: z.literal("graded"),
  student,
  folder: z.string().describe("Where the student's files are, below the folder for the results."),
  verdict: z.enum(verdicts),
  score: points,
  max_score: points,
  reused: z.boolean(),
  reason: z.string().optional().describe("Why nothing of the submission was graded, if so."),
  needs_person: z.array(z.string()).describe("Why a person has to look; empty where nobody has to."),
});
const missing = z.strictObject({
  event: z.literal("missing"),
  student: z.string().describe("Who is in the roster and handed in nothing."),
});
const fault = z.strictObject({
  event: z.literal("fault"),
  student,
  message: z.string().describe("How the grader itself failed over the submission."),
});
const changed = z.strictObject({
  event: z.literal("changed"),
  student,
  before: points.nullable().describe("The score; null for a student who is new."),
  after: points.nullable().describe("Null for a student who is gone."),
  tests: z.array(
    z.strictObject({
      test: z.string().describe("A grade_id; * for points that a person gave for the whole submission."),
      before: points.nullable().describe("Null where there was no such test."),
      after: points.nullable().describe("Null where there is no such test any more."),
      reasons: z.array(z.string()),
    }),
  ),
});
const end = z.strictObject({
  event: z.literal("end"),
  exit_code: z.int().describe("What the command ends with."),
  count,
  reused: count,
  missing: count,
  needs_person: count,
  mean_score: points,
  verdicts: z.partialRecord(z.enum(verdicts), count),
  changes: count
    .optional()
    .describe("With --compare: how many students have another score, are new or gone."),
});
const error = z.strictObject({
  event: z.literal("error"),
  exit_code: z.int(),
  message: z.string().describe("Why the run came to no end."),
});

/** A line of what `grade --json` prints, as docs/grading.md explains it. */
export const gradeEventSchema: z.ZodType<GradeEvent> = z.discriminatedUnion("event", [
  start,
  warning,
  progress,
  graded,
  missing,
  fault,
  changed,
  end,
  error,
]);

export type GradeEvent =
  | {
      readonly event: "start";
      readonly schema_version: 1;
      readonly version: string;
      readonly out: string;
    }
  | { readonly event: "warning"; readonly message: string }
  | {
      readonly event: "progress";
      readonly done: number;
      readonly reused: number;
      readonly total?: number | undefined;
    }
  | {
      readonly event: "graded";
      readonly student: string;
      readonly folder: string;
      readonly verdict: Verdict;
      readonly score: number;
      readonly max_score: number;
      readonly reused: boolean;
      readonly reason?: string | undefined;
      readonly needs_person: readonly string[];
    }
  | { readonly event: "missing"; readonly student: string }
  | { readonly event: "fault"; readonly student: string; readonly message: string }
  | {
      readonly event: "changed";
      readonly student: string;
      readonly before: number | null;
      readonly after: number | null;
      readonly tests: readonly {
        readonly test: string;
        readonly before: number | null;
        readonly after: number | null;
        readonly reasons: readonly string[];
      }[];
    }
  | {
      readonly event: "end";
      readonly exit_code: number;
      readonly count: number;
      readonly reused: number;
      readonly missing: number;
      readonly needs_person: number;
      readonly mean_score: number;
      readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
      readonly changes?: number | undefined;
    }
  | { readonly event: "error"; readonly exit_code: number; readonly message: string };
