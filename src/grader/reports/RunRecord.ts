import { z } from "zod";
import { verdicts } from "../Verdict.js";

const count = z.int().min(0);
const moment = z.iso.datetime();

/** The file `OUT/run.json`, as docs/grading.md explains it. */
export const runRecordSchema: z.ZodType<RunRecord> = z.strictObject({
  schema_version: z.literal(1),
  versions: z.strictObject({
    initlab: z.string(),
    node: z.string(),
    deno: z.string().describe("In which submissions ran."),
    system: z.string().describe("Operating system and processor, such as linux x64."),
  }),
  sandbox: z.enum(["deno", "bubblewrap"]).describe("How submissions were shut in."),
  started_at: moment,
  ended_at: moment,
  ended: z.enum(["complete", "stopped"]).describe("stopped: by a person or the system, before its end."),
  assignments: z
    .array(
      z.strictObject({
        name: z.string(),
        version: z.string(),
        hash: z.string(),
        max_score: z.number().min(0),
      }),
    )
    .describe("The one that is meant first."),
  configuration: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .describe("The command's options and what it was given, the secret left out."),
  counts: z.strictObject({
    submissions: count.describe("Graded in this run, or taken from an earlier one."),
    reused: count.describe("Of these, whose results of an earlier run still hold."),
    missing: count.describe("In the roster, without a submission."),
    late: count,
    needs_person: count,
    decided_by_person: count.describe("With at least one override."),
    verdicts: z.partialRecord(z.enum(verdicts), count),
  }),
  scores: z
    .strictObject({ mean: z.number(), median: z.number(), lowest: z.number(), highest: z.number() })
    .nullable()
    .describe("Of submissions, missing ones left out; null where there are none."),
  times: z.strictObject({
    seconds: z.number().min(0).describe("From start to end."),
    graded_per_second: z.number().min(0).describe("Reused results left out."),
  }),
});

export interface RunRecord {
  readonly schema_version: 1;
  readonly versions: {
    readonly initlab: string;
    readonly node: string;
    readonly deno: string;
    readonly system: string;
  };
  readonly sandbox: "deno" | "bubblewrap";
  readonly started_at: string;
  readonly ended_at: string;
  readonly ended: "complete" | "stopped";
  readonly assignments: readonly {
    readonly name: string;
    readonly version: string;
    readonly hash: string;
    readonly max_score: number;
  }[];
  readonly configuration: Readonly<Record<string, ConfigurationValue>>;
  readonly counts: {
    readonly submissions: number;
    readonly reused: number;
    readonly missing: number;
    readonly late: number;
    readonly needs_person: number;
    readonly decided_by_person: number;
    readonly verdicts: Readonly<Partial<Record<(typeof verdicts)[number], number>>>;
  };
  readonly scores: {
    readonly mean: number;
    readonly median: number;
    readonly lowest: number;
    readonly highest: number;
  } | null;
  readonly times: { readonly seconds: number; readonly graded_per_second: number };
}

export type ConfigurationValue = string | number | boolean | readonly string[];
