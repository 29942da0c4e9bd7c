import type { Assignment } from "../Assignment.js";
import { type AssignmentOutline, completeAssignment } from "../assignment/index.js";
import { CellCompiler } from "../compile/index.js";
import { type PreparedAssignment, TestJudge } from "../judge/index.js";
import { guestGlobals, openSandbox, type Sandbox } from "../sandbox/index.js";
import type { GradeRequest } from "./GradeRequest.js";

/** What grading needs beside the submission: processes, and the answer keys as they read them. */
export interface Running {
  readonly assignments: readonly [Assignment, ...Assignment[]];
  readonly compiler: CellCompiler;
  readonly sandbox: Sandbox;
  /** As many as jobs. */
  readonly judges: readonly TestJudge[];
}

export type MachineRequest = Pick<GradeRequest, "assignments" | "jobs" | "sandbox" | "require"> &
  Partial<Pick<GradeRequest, "rules">>;

/** Starts compiler, sandbox and judges when the first submission has to be graded, and not for reading results. */
export class Machines {
  readonly #request: MachineRequest;
  readonly #outlines: Promise<readonly AssignmentOutline[]>;
  readonly #compiler: CellCompiler | undefined;
  readonly #closing: (() => unknown)[] = [];
  #running: Promise<Running> | undefined;

  /** @param compiler has been started already, and is ended with the others */
  constructor(
    request: MachineRequest,
    outlines: Promise<readonly AssignmentOutline[]>,
    compiler?: CellCompiler,
  ) {
    this.#request = request;
    this.#outlines = outlines;
    this.#compiler = compiler;
  }

  /**
   * @throws {NotebookError} when an assignment is not sound
   * @throws {SandboxError} when the sandbox that is asked for does not work here
   */
  get(): Promise<Running> {
    this.#running ??= this.#start();
    return this.#running;
  }

  /** Starts them although nobody waits for them yet; whoever does is told what fails. */
  warm(): void {
    this.get().catch(() => {});
  }

  /** Ends whatever runs for submissions; what was asked of it fails. */
  async close(): Promise<void> {
    await Promise.all(this.#closing.splice(0).map((end) => end()));
  }

  async #start(): Promise<Running> {
    const { jobs, require, rules, sandbox: choice } = this.#request;
    // All at once: the first result is waited for.
    const compiler = this.#compiler ?? new CellCompiler({ globals: guestGlobals });
    this.#closing.push(() => compiler.end());
    const opening = openSandbox(choice, {
      ahead: Math.ceil(jobs / 2),
      ...(rules?.memoryMB !== undefined && { memoryMB: rules.memoryMB }),
      ...(require !== undefined && { require }),
    });
    this.#closing.push(() => opening.then((sandbox) => sandbox.close()).catch(() => {}));
    const tests = new Map<Assignment, PreparedAssignment>();
    const judges = openJudges(jobs, tests);
    this.#closing.push(() => Promise.all(judges.map((judge) => judge.close())));
    const [assignments, sandbox] = await Promise.all([this.#complete(compiler, tests), opening]);
    return { assignments, compiler, sandbox, judges };
  }

  async #complete(
    compiler: CellCompiler,
    tests: Map<Assignment, PreparedAssignment>,
  ): Promise<Running["assignments"]> {
    const { assignments: files } = this.#request;
    const outlines = await this.#outlines;
    const [first, ...others] = await Promise.all(
      outlines.map(async (outline, index) => {
        const assignment = await completeAssignment(outline, files[index] ?? "", compiler);
        tests.set(assignment, await compiler.prepare(assignment));
        return assignment;
      }),
    );
    if (first === undefined) throw new TypeError("grade: expected at least one assignment, got none.");
    return [first, ...others];
  }
}

/** Each lane has a judge of its own. They look up tests that are compiled meanwhile. */
function openJudges(count: number, tests: ReadonlyMap<Assignment, PreparedAssignment>): TestJudge[] {
  const prepared = (assignment: Assignment): PreparedAssignment => {
    const found = tests.get(assignment);
    if (found === undefined) throw new Error(`the tests of ${assignment.name} have not been compiled`);
    return found;
  };
  const judges = Array.from({ length: count }, () => new TestJudge(prepared));
  // The others start when their lane has something to judge. One that does not start says so when it is asked.
  judges[0]?.open().catch(() => {});
  return judges;
}
