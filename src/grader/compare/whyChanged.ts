import type { Results } from "../results/index.js";
import { printable } from "../submission/index.js";

/** Of the configuration in run.json, what results depend on. */
export type Configuration = Readonly<Record<string, unknown>>;
export const ruleNames = ["types", "cell_seconds", "memory_mb"] as const;

/**
 * Why the grader finds something else than in an earlier run: what the two runs had different.
 *
 * @param configurations of both runs, where they are known
 */
export function whyChanged(
  before: Results,
  after: Results,
  configurations: readonly [Configuration | undefined, Configuration],
): readonly string[] {
  const reasons = [
    before.verdict === "judge_error" ? "the grader had failed over it" : undefined,
    before.submission_hash !== after.submission_hash ? "the submission changed" : undefined,
    assignmentReason(before.assignment, after.assignment),
    differ("the grader's version", before.grader_version, after.grader_version),
    differ("the sandbox", before.sandbox, after.sandbox),
    ...ruleNames.map((name) =>
      differ(`the rule ${name}`, configurations[0]?.[name], configurations[1][name]),
    ),
  ].filter((reason) => reason !== undefined);
  if (reasons.length > 0) return reasons;
  if (before.key === after.key) return ["the same inputs gave something else: please report it"];
  return ["the secret or the grader's code changed, or a file was changed by hand"];
}

function assignmentReason(before: Results["assignment"], after: Results["assignment"]): string | undefined {
  if (before.hash === after.hash) return undefined;
  if (before.name !== after.name) return differ("the assignment", before.name, after.name);
  if (before.version !== after.version) {
    return differ("the assignment's version", before.version, after.version);
  }
  return "the assignment changed";
}

function differ(what: string, before: unknown, after: unknown): string | undefined {
  if (before === undefined || before === after) return undefined;
  return `${what} changed from ${printable(String(before))} to ${printable(String(after))}`;
}
