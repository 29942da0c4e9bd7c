import { createHash } from "node:crypto";
import type { Assignment } from "../../grader/Assignment.js";
import type { CellCompiler } from "../../grader/compile/index.js";
import { Turnstile } from "../../grader/execution/Turnstile.js";
import { TestJudge } from "../../grader/judge/index.js";
import { defaultRules } from "../../grader/pipeline/GraderParts.js";
import { gradeSubmission } from "../../grader/pipeline/gradeSubmission.js";
import type { Results } from "../../grader/results/index.js";
import { type Guest, openSandbox, type Sandbox, type SandboxChoice } from "../../grader/sandbox/index.js";
import type { SubmissionNotebook } from "../../grader/submission/index.js";

/** A notebook as a student could hand it in. */
export interface Trial {
  /** Hidden inputs are drawn from it. */
  readonly student: string;
  /** Answer cells by grade_id; the others are as they were handed out. */
  readonly answers: ReadonlyMap<string, string>;
  /** Sees every sandbox that the trial runs in. */
  readonly watch?: (guest: Guest) => Guest;
}

export interface TrialOptions {
  readonly assignment: Assignment;
  readonly compiler: CellCompiler;
  readonly sandbox: SandboxChoice;
  /** How many trials at a time. */
  readonly jobs: number;
  readonly graderVersion: string;
}

/** Always the same, so that hidden inputs are the same in every check; it is nobody's secret. */
export const trialSecret: string = "0".repeat(64);

/** Grades answers with the judge and in the sandbox that the grader uses. */
export class Trials {
  readonly #options: TrialOptions;
  readonly sandbox: Sandbox;
  readonly #judges: TestJudge[];
  readonly #free: TestJudge[];
  readonly #waiting: ((judge: TestJudge) => void)[] = [];
  readonly #turnstile = new Turnstile();

  private constructor(options: TrialOptions, sandbox: Sandbox, judges: TestJudge[]) {
    this.#options = options;
    this.sandbox = sandbox;
    this.#judges = judges;
    this.#free = [...judges];
  }

  /** @throws {SandboxError} when the sandbox does not work here */
  static async open(options: TrialOptions): Promise<Trials> {
    const { assignment, compiler, jobs } = options;
    const opening = openSandbox(options.sandbox, { ahead: jobs });
    const prepared = await compiler.prepare(assignment);
    const judges = Array.from({ length: jobs }, () => new TestJudge(() => prepared));
    const sandbox = await opening;
    return new Trials(options, sandbox, judges);
  }

  /** As many at a time as there are jobs; others wait for their turn. */
  async run(trial: Trial): Promise<Results> {
    const judge =
      this.#free.pop() ?? (await new Promise<TestJudge>((resolve) => this.#waiting.push(resolve)));
    try {
      return await this.#grade(trial, judge);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(judge);
      else next(judge);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#judges.map((judge) => judge.close()), this.sandbox.close()]);
  }

  #grade({ student, answers, watch }: Trial, judge: TestJudge): Promise<Results> {
    const { assignment, compiler, graderVersion } = this.#options;
    const { sandbox } = this;
    const watched: Sandbox = {
      tier: sandbox.tier,
      start: async (options) => (watch ?? same)(await sandbox.start(options)),
      close: () => sandbox.close(),
    };
    const parts = {
      assignments: [assignment] as const,
      secret: trialSecret,
      // Types are checked by themselves, once and not for every answer.
      compiler: { toScript: compiler.toScript.bind(compiler), check: async () => noProblems },
      sandbox: watched,
      judge,
      turnstile: this.#turnstile,
      rules: defaultRules,
      graderVersion,
      now: () => performance.now() / 1000,
    };
    return gradeSubmission(parts, student, submissionOf(assignment, answers));
  }
}

const noProblems = { kind: "problems", problems: [] } as const;
const same = (guest: Guest): Guest => guest;

function submissionOf({ name, version, cells }: Assignment, answers: Trial["answers"]): SubmissionNotebook {
  const handedIn = cells.map(({ cellType, released, id, gradeId, skip }) => ({
    cellType,
    source: answers.get(gradeId ?? "") ?? released,
    ...(id !== undefined && { id }),
    ...(gradeId !== undefined && { gradeId }),
    skip,
  }));
  const hash = createHash("sha256").update(JSON.stringify(handedIn)).digest("hex");
  return { kind: "notebook", hash, cells: handedIn, release: { name, version }, notes: [] };
}
