import { z } from "zod";

const visibility = z.enum(["hidden", "after_due_date", "after_published", "visible"]);
const outputFormat = z.enum(["text", "simple_format", "html", "md", "ansi"]);
const extraData = z.record(z.string(), z.unknown());

/**
 * Gradescope's results.json, with every field of its documentation and no other.
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export const gradescopeSchema = z
  .strictObject({
    score: z.number().optional(),
    execution_time: z.number().optional(),
    output: z.string().optional(),
    output_format: outputFormat.optional(),
    test_output_format: outputFormat.optional(),
    test_name_format: outputFormat.optional(),
    visibility: visibility.optional(),
    stdout_visibility: visibility.optional(),
    extra_data: extraData.optional(),
    tests: z
      .array(
        z.strictObject({
          score: z.number().optional(),
          max_score: z.number().optional(),
          status: z.enum(["passed", "failed"]).optional(),
          name: z.string().optional(),
          name_format: outputFormat.optional(),
          number: z.string().optional(),
          output: z.string().optional(),
          output_format: outputFormat.optional(),
          tags: z.array(z.string()).optional(),
          visibility: visibility.optional(),
          extra_data: extraData.optional(),
        }),
      )
      .optional(),
    leaderboard: z
      .array(
        z.strictObject({
          name: z.string(),
          value: z.union([z.number(), z.string()]),
          order: z.enum(["asc", "desc"]).optional(),
        }),
      )
      .optional(),
  })
  .refine(({ score, tests }) => score !== undefined || tests?.every((test) => test.score !== undefined), {
    message: "required: a score above, or one in each test",
  });

/**
 * Coursera's feedback.json.
 * https://github.com/coursera/programming-assignments-demo/blob/master/custom-graders/v2/README.md
 * and what coursera_autograder's commands/grade.py checks: a number from 0 to 1, or isCorrect; feedback is required.
 */
export const courseraSchema = z
  .strictObject({
    fractionalScore: z.number().min(0).max(1).optional(),
    isCorrect: z.boolean().optional(),
    feedback: z.string(),
    feedbackType: z.enum(["HTML", "TXT"]).optional(),
  })
  .refine(({ fractionalScore, isCorrect }) => fractionalScore !== undefined || isCorrect !== undefined);

const image = z.union([z.string(), z.strictObject({ label: z.string().optional(), url: z.string() })]);

/** PrairieLearn's results.json of external graders. https://docs.prairielearn.com/externalGrading/ */
export const prairielearnSchema = z
  .strictObject({
    gradable: z.boolean().optional(),
    score: z.number().min(0).max(1).optional(),
    format_errors: z.union([z.string(), z.array(z.string())]).optional(),
    message: z.string().optional(),
    output: z.string().optional(),
    images: z.array(image).optional(),
    tests: z
      .array(
        z.strictObject({
          name: z.string(),
          description: z.string().optional(),
          // Where a test lacks one of these, PrairieLearn leaves out everybody's points.
          points: z.number(),
          max_points: z.number(),
          message: z.string().optional(),
          output: z.string().optional(),
          images: z.array(image).optional(),
        }),
      )
      .optional(),
  })
  .refine(({ gradable = true, score }) => !gradable || score !== undefined, {
    message: "required where gradable: score",
  })
  .refine(({ gradable = true, format_errors: errors }) => !gradable || errors === undefined);
