import { createHmac } from "node:crypto";
import type { Assignment } from "../Assignment.js";
import type { Submission } from "../collect/index.js";
import type { Rules } from "../pipeline/GraderParts.js";
import type { Results } from "../results/index.js";
import type { Tier } from "../sandbox/index.js";
import type { SubmissionNotebook, Unreadable } from "../submission/index.js";

export type KnownAssignment = Pick<Assignment, "name" | "version" | "hash">;

export interface KeyOptions {
  readonly secret: string;
  /** The one that is meant first. */
  readonly assignments: readonly KnownAssignment[];
  readonly graderVersion: string;
  /** Of the grader's code; see `graderBuild`. */
  readonly graderBuild: string;
  readonly rules: Rules;
}

/** What is known of a submission before it is read. */
export interface Handed extends Pick<Submission, "student" | "notes"> {
  /** See `contentId`. */
  readonly contentId: string;
}

/**
 * The keys of results: equal keys say that grading again would give the same bytes. A key is an HMAC under a key of the
 * secret's own, so that it tells nothing of the secret to students who see their results.
 */
export class ResultKeys {
  readonly #options: KeyOptions;
  readonly #key: Buffer;

  constructor(options: KeyOptions) {
    this.#options = options;
    this.#key = createHmac("sha256", options.secret).update("keys of results").digest();
  }

  /** The key of results that have just been made. */
  of(handed: Handed, content: SubmissionNotebook | Unreadable, tier: Tier): string {
    const release = content.kind === "notebook" ? content.release : undefined;
    const named = release && this.#find(release);
    return this.#make(handed, named === undefined ? this.#all() : [named], tier);
  }

  /**
   * Whether results that were found would be made again. The submission has not been read, so it is not known which
   * assignment it belongs to; but where it named one it has not changed, it names it still.
   */
  fit(stored: Results, handed: Handed): boolean {
    const named = this.#find(stored.assignment);
    const among = [...(named === undefined ? [] : [[named]]), this.#all()];
    return among.some((assignments) => this.#make(handed, assignments, stored.sandbox) === stored.key);
  }

  #find({ name, version }: { readonly name: string; readonly version: string }): KnownAssignment | undefined {
    return this.#options.assignments.find((one) => one.name === name && one.version === version);
  }

  /** Where the submission does not name one of them, all of them have a part in what becomes of it. */
  #all(): readonly (KnownAssignment | "all")[] {
    return ["all", ...this.#options.assignments];
  }

  #make(handed: Handed, assignments: readonly (KnownAssignment | "all")[], tier: Tier): string {
    const { graderVersion, graderBuild, rules } = this.#options;
    const parts = [
      [handed.student, handed.contentId, handed.notes],
      assignments.map((one) => (one === "all" ? one : [one.name, one.version, one.hash])),
      [graderVersion, graderBuild],
      Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1)),
      tier,
    ];
    return createHmac("sha256", this.#key).update(JSON.stringify(parts)).digest("hex");
  }
}
