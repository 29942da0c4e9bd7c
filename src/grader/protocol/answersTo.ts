import type { Outcome } from "../sandbox/Sandbox.js";
import { answers, questions } from "./frames.js";

const valued: ReadonlySet<number> = new Set([questions.call, questions.read]);

/** What an answer means; undefined if it is none that this question can have. */
export function answersTo(question: number, kind: number, body: Buffer): Outcome | undefined {
  if (kind === answers.threw && body.length > 0 && question >= questions.run)
    return { kind: "threw", error: new Uint8Array(body) };
  if (kind !== answers.done || valued.has(question) !== body.length > 0) return undefined;
  return body.length > 0 ? { kind: "done", value: new Uint8Array(body) } : { kind: "done" };
}
