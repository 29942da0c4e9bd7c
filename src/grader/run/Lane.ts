import { join } from "node:path";
import type { Submission } from "../collect/index.js";
import { Turnstile } from "../execution/Turnstile.js";
import type { HiddenEvidence } from "../judge/TestEvidence.js";
import { contentId, type ResultKeys } from "../keys/index.js";
import { readStored, writing } from "../output/index.js";
import { defaultRules, type GraderParts, type OnHidden } from "../pipeline/GraderParts.js";
import { gradeSubmission, ungraded } from "../pipeline/gradeSubmission.js";
import { type Results, writeResults } from "../results/index.js";
import type { GradeEvents, GradeRequest } from "./GradeRequest.js";
import type { Machines, Running } from "./Machines.js";
import { standsStill } from "./standsStill.js";

export interface LaneOptions {
  readonly request: GradeRequest;
  readonly events: GradeEvents;
  readonly signal: AbortSignal;
  readonly secret: string;
  readonly keys: ResultKeys;
  readonly machines: Machines;
}

/** A submission, and the folder that is its student's. */
export interface Task {
  readonly submission: Submission;
  /** Below the folder for all. */
  readonly folder: string;
}

export interface Done {
  readonly results: Results;
  /** Whether an earlier run has made them. */
  readonly isReused: boolean;
  /** What the hidden part of each test asked; where points are explained, for the person who asked. */
  readonly hidden?: ReadonlyMap<string, HiddenEvidence>;
}

/** Has results for one submission after the other, beside other lanes. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #number: number;
  readonly #turnstile: Turnstile;
  #parts: GraderParts | undefined;

  private constructor(options: LaneOptions, number: number, turnstile: Turnstile) {
    this.#options = options;
    this.#number = number;
    this.#turnstile = turnstile;
  }

  /** As many as jobs; they know of each other. */
  static open(options: LaneOptions): Lane[] {
    const turnstile = new Turnstile();
    return Array.from({ length: options.request.jobs }, (_, number) => new Lane(options, number, turnstile));
  }

  /**
   * Finds a submission's results, or makes and writes them. Gives nothing when the run was aborted meanwhile.
   *
   * @throws {UsageError} when they cannot be written
   */
  async grade({ submission, folder }: Task): Promise<Done | undefined> {
    const { request, signal } = this.#options;
    const place = join(request.out, folder);
    // What hidden tests asked is in no results: to tell it, they have to be asked again.
    const isAsked = request.fresh || request.explain !== undefined;
    const stored = isAsked ? undefined : await this.#reusable(submission, place);
    if (stored !== undefined) return { results: stored, isReused: true };
    if (signal.aborted) return undefined;
    const hidden = new Map<string, HiddenEvidence>();
    const results = await this.#make(submission, request.explain && hidden);
    // What was under way then was cut off, and says nothing about the submission.
    if (signal.aborted) return undefined;
    // Explaining changes nothing.
    if (request.explain === undefined)
      await writing(join(place, "results.json"), () => writeResults(place, results));
    return { results, isReused: false, hidden };
  }

  async #reusable(submission: Submission, place: string): Promise<Results | undefined> {
    const { keys, machines, request } = this.#options;
    const stored = readStored(place);
    if (stored?.key === undefined || stored.verdict === "judge_error") return undefined;
    // A file that cannot be read is told when it is graded.
    const id = await contentId(submission).catch(() => undefined);
    if (id === undefined || !keys.fit(stored, { ...submission, contentId: id })) return undefined;
    const tier = standsStill(request, stored.sandbox) ? stored.sandbox : (await machines.get()).sandbox.tier;
    return tier === stored.sandbox ? stored : undefined;
  }

  async #make(submission: Submission, hidden?: Map<string, HiddenEvidence>): Promise<Results> {
    const { events, signal } = this.#options;
    this.#parts ??= this.#partsOf(await this.#options.machines.get());
    try {
      const onHidden: OnHidden | undefined = hidden && ((gradeId, evidence) => hidden.set(gradeId, evidence));
      return await this.#graded({ ...this.#parts, ...(onHidden && { onHidden }) }, submission);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (!signal.aborted) events.onFault(submission.student, fault);
      const message = "The grader failed over this submission. It is not the student's fault.";
      return ungraded(this.#parts, submission.student, "0".repeat(64), "judge_error", message);
    }
  }

  async #graded(parts: GraderParts, submission: Submission): Promise<Results> {
    const { student, notes } = submission;
    const content = await submission.read();
    const results = await gradeSubmission(parts, student, content);
    const id = content.kind === "notebook" ? content.hash : await contentId(submission);
    const key = this.#options.keys.of({ student, notes, contentId: id }, content, parts.sandbox.tier);
    return { ...results, notes: [...notes, ...results.notes], key };
  }

  #partsOf({ assignments, compiler, sandbox, judges }: Running): GraderParts {
    const { request, secret } = this.#options;
    const judge = judges[this.#number];
    if (judge === undefined) throw new Error(`lane ${this.#number} has no judge`);
    return {
      ...{ assignments, secret, compiler, sandbox, judge },
      turnstile: this.#turnstile,
      rules: { ...defaultRules, ...request.rules },
      graderVersion: request.graderVersion,
      now: () => performance.now() / 1000,
    };
  }
}
