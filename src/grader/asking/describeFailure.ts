import { AssertionError } from "public_tests";
import { describeThrown } from "../judge/describeThrown.js";
import type { Failure } from "../judge/TestReport.js";
import { type Questions, Stopped } from "./Questions.js";
import type { TestScope } from "./TestScope.js";

export interface Context {
  readonly scope: TestScope;
  readonly questions: Questions;
}

/** Whose fault it is that a test threw. Plain tests throw plain errors, so an error is a failed check unless it shows otherwise. */
export function describeFailure(error: unknown, { scope, questions }: Context): Failure {
  const message = textOf(error);
  if (questions.isThrown(error)) return { cause: "submission", message };
  if (error instanceof AssertionError) {
    const { category, hint, failures } = error;
    return {
      cause: "check",
      message: error.message,
      category,
      ...(hint !== undefined && { hint }),
      failures: failures.map(({ name, expected, seen }) => ({ what: name, expected, seen })),
    };
  }
  if (error instanceof ReferenceError) return unknownName(error.message, scope);
  // A test that asked nothing before it threw says nothing about the submission.
  const isCheck = questions.answered > 0 && !(error instanceof Stopped);
  return { cause: isCheck ? "check" : "test", message };
}

function unknownName(message: string, scope: TestScope): Failure {
  const [, name] = /^(\S+) is not defined$/.exec(message) ?? [];
  if (name !== undefined && scope.lacks(name)) return { cause: "missing", message: name };
  return { cause: "test", message: `ReferenceError: ${message}` };
}

function textOf(error: unknown): string {
  const { name, message } = describeThrown(error);
  if (name === undefined) return `a value was thrown: ${message}`;
  // The name of a plain error says nothing.
  return name === "Error" || name === "" ? message : `${name}: ${message}`;
}
