import { join } from "node:path";
import type { Submission } from "../collect/index.js";
import { Turnstile } from "../execution/Turnstile.js";
import { defaultRules, type GraderParts } from "../pipeline/GraderParts.js";
import { gradeSubmission, ungraded } from "../pipeline/gradeSubmission.js";
import type { Judge } from "../pipeline/Judge.js";
import { FolderNames, type Results, writeResults } from "../results/index.js";
import { printable } from "../submission/index.js";
import type { Graded, GradeEvents, GradeRequest } from "./GradeRequest.js";

export interface LaneOptions extends Pick<GraderParts, "assignments" | "secret" | "compiler" | "sandbox"> {
  readonly request: GradeRequest;
  readonly events: GradeEvents;
  readonly signal: AbortSignal;
}

/** Grades one submission after the other, beside other lanes. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #parts: GraderParts;
  readonly #folders: FolderNames;

  private constructor(options: LaneOptions, judge: Judge, turnstile: Turnstile, folders: FolderNames) {
    const { request, assignments, secret, compiler, sandbox } = options;
    this.#options = options;
    this.#folders = folders;
    this.#parts = {
      ...{ assignments, secret, compiler, sandbox, turnstile, judge },
      rules: { ...defaultRules, ...request.rules },
      graderVersion: request.graderVersion,
      now: () => performance.now() / 1000,
    };
  }

  /** A lane for each judge; they know of each other. */
  static open(options: LaneOptions, judges: readonly Judge[]): Lane[] {
    const [turnstile, folders] = [new Turnstile(), new FolderNames()];
    return judges.map((judge) => new Lane(options, judge, turnstile, folders));
  }

  /** Grades a submission and writes its results. Gives nothing when the run was aborted meanwhile. */
  async grade(submission: Submission): Promise<Graded | undefined> {
    const { request, events, signal } = this.#options;
    const name = printable(submission.student);
    const folder = this.#folders.folderFor(submission.student);
    const results = await this.#results(submission, (error) => {
      if (!signal.aborted) events.onFault(name, error);
    });
    // What was under way then was cut off, and says nothing about the submission.
    if (signal.aborted) return undefined;
    await writeResults(join(request.out, folder), results);
    return { name, folder, ...gist(results) };
  }

  async #results(submission: Submission, onFault: (error: Error) => void): Promise<Results> {
    const { student, notes } = submission;
    let hash = "0".repeat(64);
    try {
      const content = await submission.read();
      hash = content.hash;
      const results = await gradeSubmission(this.#parts, student, content);
      return { ...results, notes: [...notes, ...results.notes] };
    } catch (error) {
      onFault(error instanceof Error ? error : new Error(String(error)));
      const message = "The grader failed over this submission. It is not the student's fault.";
      return ungraded(this.#parts, student, hash, "judge_error", message);
    }
  }
}

function gist({ verdict, score, max_score, tests }: Results): Omit<Graded, "name" | "folder"> {
  const isUngraded = verdict === "unreadable" || verdict === "wrong_assignment";
  const reason = isUngraded ? tests[0]?.message : undefined;
  return {
    verdict,
    score,
    maxScore: max_score,
    ...(reason !== undefined && { reason: printable(reason, 300) }),
  };
}
