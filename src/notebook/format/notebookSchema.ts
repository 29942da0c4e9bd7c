import { z } from "zod";

const text = z.union([z.string(), z.array(z.string())], {
  error: ({ input }) =>
    input === undefined ? "is missing" : "should be text: a string, or a list of strings that are its lines",
});
const metadata = z.record(z.string(), z.unknown());
const mimeBundle = z.record(z.string(), z.unknown());

const output = z.looseObject({
  output_type: z.string(),
  text: text.optional(),
  data: mimeBundle.optional(),
});

const cellParts = {
  id: z.string().optional(),
  metadata,
  source: text,
  attachments: z.record(z.string(), mimeBundle).optional(),
};

const cell = z.discriminatedUnion(
  "cell_type",
  [
    z.looseObject({
      ...cellParts,
      cell_type: z.literal("code"),
      execution_count: z.number().int().nullable(),
      outputs: z.array(output),
    }),
    z.looseObject({ ...cellParts, cell_type: z.literal("markdown") }),
    z.looseObject({ ...cellParts, cell_type: z.literal("raw") }),
  ],
  { error: 'should be an object whose cell_type is "code", "markdown" or "raw"' },
);

/** A notebook as it stands in a file: the format's rules, with texts still split into lines. */
export const notebookSchema = z.looseObject({
  cells: z.array(cell),
  metadata,
  nbformat: z.literal(4),
  nbformat_minor: z.number().int().min(0, { error: "should not be negative" }),
});

export type FileNotebook = z.infer<typeof notebookSchema>;

/** Says in our words what zod found at one place; where a schema above has its own words, those stand. */
export function explainIssue(issue: {
  code?: string;
  expected?: unknown;
  input?: unknown;
}): string | undefined {
  if (issue.input === undefined) return "is missing";
  if (issue.code !== "invalid_type") return undefined;
  return `should be ${nounOf(String(issue.expected))}, but is ${kindOf(issue.input)}`;
}

function nounOf(expected: string): string {
  if (expected === "record" || expected === "object") return "an object";
  if (expected === "int") return "a whole number";
  return expected === "array" ? "a list" : `a ${expected}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object"
    ? "an object"
    : `the ${typeof value} ${JSON.stringify(value)?.slice(0, 40)}`;
}
