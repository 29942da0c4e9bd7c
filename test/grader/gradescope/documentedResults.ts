import { z } from "zod";

const visibility = z.enum(["hidden", "after_due_date", "after_published", "visible"]);
const format = z.enum(["text", "html", "simple_format", "md", "ansi"]);

/**
 * Gradescope's results.json, field by field as it is documented; what is not documented is refused.
 *
 * Source: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export const documentedResults = z.strictObject({
  score: z.number().min(0),
  execution_time: z.number().optional(),
  output: z.string().optional(),
  output_format: format.optional(),
  test_output_format: format.optional(),
  test_name_format: format.optional(),
  visibility: visibility.optional(),
  stdout_visibility: visibility.optional(),
  extra_data: z.record(z.string(), z.unknown()).optional(),
  tests: z
    .array(
      z.strictObject({
        score: z.number().min(0),
        max_score: z.number().min(0),
        status: z.enum(["passed", "failed"]).optional(),
        name: z.string(),
        name_format: format.optional(),
        number: z.string().optional(),
        output: z.string().optional(),
        output_format: format.optional(),
        tags: z.array(z.string()).optional(),
        visibility: visibility.optional(),
        extra_data: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .min(1),
});
