import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Assignment } from "../../grader/Assignment.js";
import { makeAssignment } from "../../grader/assignment/index.js";
import { CellCompiler } from "../../grader/compile/index.js";
import { guestGlobals, type SandboxChoice } from "../../grader/sandbox/index.js";
import { loadCompiler } from "../../kernel/language/loadCompiler.js";
import { type Notebook, NotebookError, readNotebook } from "../../notebook/index.js";
import { checkLeaks } from "../leaks/checkLeaks.js";
import { secretsOf } from "../leaks/secretsOf.js";
import { checkMistakes } from "../mutations/checkMistakes.js";
import { readMistakes } from "../mutations/readMistakes.js";
import { release } from "../release.js";
import { type CheckReport, checkReportVersion, type MistakeCounts, reportFinding } from "./CheckReport.js";
import { checkAlone, checkDeterminism, checkSolution, checkStub, firstStudent } from "./checkAnswers.js";
import { checkKernel } from "./checkKernel.js";
import { checkLinks } from "./checkLinks.js";
import { checkNames } from "./checkNames.js";
import { checkStructure } from "./checkStructure.js";
import { exercisesOf, unjudgedAnswers } from "./Exercise.js";
import { type Finding, type Step, steps } from "./Finding.js";
import { Trials } from "./Trials.js";

export interface CheckRequest {
  /** The instructor's notebook. */
  readonly file: string;
  /** Collected answers; `mistakes.json` beside the notebook, where there is one, when left out. */
  readonly mistakes?: string;
  readonly sandbox: SandboxChoice;
  /** How many answers are graded at a time. */
  readonly jobs: number;
  readonly version: string;
}

/** Told while it goes on. */
export interface CheckEvents {
  onBegin?(step: Step): void;
  /** How far a step has come. */
  onProgress?(step: Step, done: number, all: number): void;
  onEnd?(step: Step, findings: readonly Finding[]): void;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** What comes with a release. */
const packages = ["src/init_utils/dist", "public_tests/dist"].map((folder) => join(root, folder));

/** Hidden inputs differ from student to student. */
const students: readonly string[] = [firstStudent, "student-2", "student-3", "student-4", "student-5"];

/**
 * Proves an assignment sound, or finds what keeps it from being so: all findings, not only the first.
 *
 * @throws {NotebookError} when the notebook or the file of mistakes cannot be read
 * @throws {SandboxError} when the sandbox does not work here
 */
export async function checkAssignment(request: CheckRequest, events: CheckEvents = {}): Promise<CheckReport> {
  const notebook = await readNotebook(request.file);
  const path = request.mistakes ?? join(dirname(request.file), "mistakes.json");
  const collected = await readMistakes(path, request.mistakes !== undefined);
  return new Check(request, events, notebook).run(collected);
}

class Check {
  readonly #request: CheckRequest;
  readonly #events: CheckEvents;
  readonly #notebook: Notebook;
  readonly #compiler = loadCompiler();
  readonly #findings = new Map<Step, readonly Finding[]>();
  readonly #lookedAt = new Map<Step, number>();
  #mistakes: MistakeCounts = { made: 0, collected: 0, caught: 0, equivalent: 0 };
  #tier: CheckReport["sandbox"] = null;

  constructor(request: CheckRequest, events: CheckEvents, notebook: Notebook) {
    this.#request = request;
    this.#events = events;
    this.#notebook = notebook;
  }

  async run(collected: Awaited<ReturnType<typeof readMistakes>>): Promise<CheckReport> {
    const cells = new CellCompiler({ globals: guestGlobals });
    try {
      const released = attempt(() => release(this.#notebook));
      await this.#readOnly(released);
      const assignment = released && (await this.#assignment(cells));
      if (assignment !== undefined) await this.#tryOut(assignment, cells, collected);
      if (released !== undefined)
        await this.#look("leaks", this.#notebook.cells.length, () => this.#leaks(released));
    } finally {
      cells.end();
    }
    return this.#report();
  }

  /** What shows without running anything. */
  async #readOnly(released: Notebook | undefined): Promise<void> {
    const { file } = this.#request;
    const count = this.#notebook.cells.length;
    await this.#look("structure", count, () => checkStructure(this.#notebook));
    await this.#look("links", count, () => checkLinks(this.#notebook, file));
    await this.#look("names", count, () =>
      checkNames(this.#compiler, { notebook: this.#notebook, released }, dirname(file)),
    );
  }

  async #tryOut(
    assignment: Assignment,
    cells: CellCompiler,
    collected: Parameters<Check["run"]>[0],
  ): Promise<void> {
    const { file, sandbox, jobs, version } = this.#request;
    const exercises = exercisesOf(assignment);
    this.#add("structure", unjudgedAnswers(assignment));
    const trials = await Trials.open({ assignment, compiler: cells, sandbox, jobs, graderVersion: version });
    this.#tier = trials.sandbox.tier;
    const count = exercises.length;
    // Beside the judge: it mostly waits for the kernel.
    const kernel = checkKernel({ assignment, exercises, file });
    kernel.catch(() => {});
    try {
      await this.#look("solution", count, () => checkSolution(trials, exercises, students));
      await this.#look("stub", count, () => checkStub(trials, exercises));
      await this.#look("alone", count, () => checkAlone(trials, exercises));
      await this.#look("determinism", count + 2, () => checkDeterminism(trials, exercises));
      await this.#look("mistakes", 0, async () => {
        const laboratory = { assignment, compiler: cells, sandbox: trials.sandbox };
        const onProgress = (done: number, all: number): void => {
          this.#lookedAt.set("mistakes", all);
          this.#events.onProgress?.("mistakes", done, all);
        };
        const broken = new Set(exercises.filter(({ cell }) => this.#isBroken(cell)));
        const parts = { trials, laboratory, assignment, exercises, broken, collected, students, onProgress };
        const { findings, counts } = await checkMistakes({ ...parts, compiler: this.#compiler });
        this.#mistakes = counts;
        return findings;
      });
      await this.#look("kernel", assignment.cells.length, () => kernel);
    } finally {
      await trials.close();
      await kernel.catch(() => {});
    }
  }

  /** Whether a test refuses the solution, or takes a stub for one. */
  #isBroken(cell: number): boolean {
    const steps = ["solution", "stub"] as const;
    return steps.some((step) => this.#findings.get(step)?.some((finding) => finding.cell === cell));
  }

  /** A cell that is not TypeScript has been told of by then. */
  async #assignment(cells: CellCompiler): Promise<Assignment | undefined> {
    try {
      return await makeAssignment(this.#notebook, async (source) => {
        const compiled = await cells.toScript(source);
        if (compiled.kind !== "script") throw new NotebookError("not TypeScript");
        return compiled.script.names.filter(({ kind }) => kind !== "import").map(({ name }) => name);
      });
    } catch (error) {
      if (error instanceof NotebookError) return undefined;
      throw error;
    }
  }

  #leaks(released: Notebook): Finding[] {
    const secrets = secretsOf(this.#compiler, this.#notebook);
    return checkLeaks(secrets, { released, packages, root });
  }

  async #look(
    step: Step,
    lookedAt: number,
    work: () => readonly Finding[] | Promise<readonly Finding[]>,
  ): Promise<void> {
    this.#events.onBegin?.(step);
    if (lookedAt > 0) this.#lookedAt.set(step, lookedAt);
    const findings = await work();
    this.#findings.set(step, []);
    for (const finding of findings) this.#add(finding.step, [finding]);
    this.#events.onEnd?.(step, findings);
  }

  /** The kernel's run finds what is not deterministic, too. */
  #add(step: Step, findings: readonly Finding[]): void {
    this.#findings.set(step, [...(this.#findings.get(step) ?? []), ...findings]);
  }

  #report(): CheckReport {
    const findings = steps.flatMap((step) => this.#findings.get(step) ?? []);
    const { name, version } = (this.#notebook.metadata.initlab ?? {}) as {
      name?: unknown;
      version?: unknown;
    };
    const isNamed = typeof name === "string" && typeof version === "string";
    return {
      schema_version: checkReportVersion,
      notebook: this.#request.file,
      assignment: isNamed ? { name, version } : null,
      initlab_version: this.#request.version,
      sandbox: this.#tier,
      sound: findings.length === 0,
      steps: steps.map((step) => ({
        step,
        result: this.#result(step),
        looked_at: this.#lookedAt.get(step) ?? 0,
      })),
      mistakes: this.#mistakes,
      findings: findings.map((finding) => reportFinding(this.#notebook, finding)),
    };
  }

  #result(step: Step): CheckReport["steps"][number]["result"] {
    const findings = this.#findings.get(step);
    if (findings === undefined) return "not_run";
    return findings.length === 0 ? "sound" : "unsound";
  }
}

function attempt(make: () => Notebook): Notebook | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotebookError) return undefined;
    throw error;
  }
}
