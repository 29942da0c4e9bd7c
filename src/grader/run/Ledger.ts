import type { AssignmentOutline } from "../assignment/index.js";
import { type Change, changeOf, type Earlier, EarlierRun } from "../compare/index.js";
import { explain } from "../explain/index.js";
import { type Grade, Gradebook, type GradedTest } from "../gradebook/index.js";
import {
  earlierStudents,
  programVersions,
  tellLost,
  writeRunFiles,
  writeStudentFiles,
} from "../output/index.js";
import { defaultRules } from "../pipeline/GraderParts.js";
import type { RunFacts } from "../reports/index.js";
import { printable } from "../submission/index.js";
import type { Classroom } from "./Classroom.js";
import type { Graded, GradeEvents, GradeRequest, GradeSummary } from "./GradeRequest.js";
import type { Around } from "./gradeAll.js";
import type { Done, Task } from "./Lane.js";
import { SummaryCounter } from "./SummaryCounter.js";

export interface LedgerOptions {
  readonly request: GradeRequest;
  readonly assignments: readonly [AssignmentOutline, ...AssignmentOutline[]];
  readonly classroom: Classroom;
  readonly events: GradeEvents;
  /** When the run began, in milliseconds since 1970. */
  readonly started: number;
  readonly now: () => number;
}

interface Entry {
  /** Without its texts. */
  readonly grade: Grade;
  readonly graded: Graded;
  readonly change: Change | undefined;
}

/** What becomes of results: the student's files, a line in the tables, and what is told of them. */
export class Ledger implements Around<Earlier | undefined, Entry> {
  readonly #options: LedgerOptions;
  readonly #gradebook: Gradebook;
  readonly #counter = new SummaryCounter();
  readonly #earlierRun: EarlierRun | undefined;
  readonly #earlier: ReadonlySet<string>;
  readonly #changes: Change[] = [];
  #sandbox: RunFacts["sandbox"];

  private constructor(
    options: LedgerOptions,
    earlierRun: EarlierRun | undefined,
    earlier: ReadonlySet<string>,
  ) {
    this.#options = options;
    this.#gradebook = new Gradebook(judged(options.assignments[0]));
    this.#earlierRun = earlierRun;
    this.#earlier = earlier;
    const { require, sandbox } = options.request;
    this.#sandbox = require ?? (sandbox === "auto" ? "deno" : sandbox);
  }

  /** @throws {UsageError} when there is nothing to compare with */
  static async open(options: LedgerOptions): Promise<Ledger> {
    const { out, compare } = options.request;
    const earlierRun = compare === undefined ? undefined : await EarlierRun.open(compare);
    return new Ledger(options, earlierRun, await earlierStudents(out));
  }

  async before({ submission, folder }: Task): Promise<Earlier | undefined> {
    return this.#earlierRun?.of(submission.student, folder);
  }

  async after(
    grade: Grade,
    { isReused, hidden = new Map() }: Done,
    earlier: Earlier | undefined,
  ): Promise<Entry> {
    const { request } = this.#options;
    if (request.explain === undefined) await writeStudentFiles(grade, request);
    const explanation = request.explain && explain(grade, { ...request.explain, hidden });
    return {
      grade: withoutTexts(grade),
      graded: { ...gradedOf(grade, isReused), ...(explanation !== undefined && { explanation }) },
      change: this.#earlierRun && this.#changeOf(earlier, grade),
    };
  }

  /** Called in the order of the submissions. */
  enter({ grade, graded, change }: Entry): void {
    const { events } = this.#options;
    this.#sandbox = grade.results.sandbox;
    this.#gradebook.add(grade);
    this.#counter.add(graded);
    for (const warning of grade.warnings) events.onWarning(warning);
    events.onGraded(graded);
    if (change !== undefined) this.#changes.push(change);
  }

  /** Adds who is missing, and writes the tables, unless points are only explained. */
  async close(): Promise<GradeSummary> {
    if (this.#options.request.explain !== undefined) return this.summary();
    const { events, classroom, request, assignments } = this.#options;
    const missing = classroom.missing();
    for (const entry of missing) {
      const warnings = this.#gradebook.addMissing(entry, classroom.overrides);
      for (const warning of warnings) events.onWarning(warning);
      events.onMissing(entry.student);
    }
    const warnings = await writeRunFiles(this.#gradebook, {
      ...request,
      assignment: assignments[0].name,
      due: request.classFiles.due,
      facts: () => this.#facts(),
    });
    const lost = tellLost(this.#earlier, this.#gradebook.rows());
    for (const warning of [...classroom.overrides.unasked(), ...warnings, ...lost]) events.onWarning(warning);
    return { ...this.summary(), missing: missing.length, ...this.#tellChanges() };
  }

  /** Of what has been entered so far. */
  summary(): GradeSummary {
    return { ...this.#counter.summary(), missing: 0 };
  }

  #tellChanges(): Pick<GradeSummary, "changes"> {
    if (this.#earlierRun === undefined) return {};
    const gone = this.#earlierRun.gone().map(({ student, score }) => ({ student, before: score, tests: [] }));
    const changes = [...this.#changes, ...gone];
    for (const change of changes) this.#options.events.onChange(change);
    return { changes: changes.length };
  }

  #changeOf(earlier: Earlier | undefined, grade: Grade): Change | undefined {
    if (earlier === undefined) return { student: grade.student, after: grade.score, tests: [] };
    return changeOf(earlier, grade, [
      this.#earlierRun?.record?.configuration,
      configurationOf(this.#options.request),
    ]);
  }

  #facts(): RunFacts {
    const { request, assignments, started, now } = this.#options;
    return {
      versions: programVersions(request.graderVersion),
      sandbox: this.#sandbox,
      started,
      endedAt: now(),
      ended: "complete",
      assignments: assignments.map((assignment) => ({
        name: assignment.name,
        version: assignment.version,
        hash: assignment.hash,
        max_score: Number(
          judged(assignment)
            .reduce((sum, { maxPoints }) => sum + maxPoints, 0)
            .toFixed(9),
        ),
      })),
      configuration: configurationOf(request),
      reused: this.#counter.summary().reused,
    };
  }
}

function configurationOf(request: GradeRequest): RunFacts["configuration"] {
  const { classFiles, formats, tables, packings } = request;
  const rules = { ...defaultRules, ...request.rules };
  return {
    types: rules.types,
    cell_seconds: rules.cellSeconds,
    memory_mb: rules.memoryMB,
    sandbox: request.sandbox,
    require: request.require,
    jobs: request.jobs,
    fresh: request.fresh,
    submissions: request.submissions,
    assignments: request.assignments,
    roster: classFiles.roster,
    due: classFiles.due === undefined ? undefined : new Date(classFiles.due).toISOString(),
    overrides: classFiles.overrides,
    compare: request.compare,
    formats,
    grades: tables,
    pack: packings,
  };
}

function judged({ cells }: AssignmentOutline): { readonly gradeId: string; readonly maxPoints: number }[] {
  return cells.flatMap(({ gradeId, role, points }) =>
    gradeId !== undefined && (role === "test" || role === "manual") ? [{ gradeId, maxPoints: points }] : [],
  );
}

function gradedOf(grade: Grade, isReused: boolean): Graded {
  const { student, folder, verdict, score, maxScore, needsPerson, tests } = grade;
  const isUngraded = verdict === "unreadable" || verdict === "wrong_assignment";
  const reason = isUngraded ? tests[0]?.message : undefined;
  return {
    ...{ student, folder, verdict, score, maxScore, isReused, needsPerson },
    ...(reason !== undefined && { reason: printable(reason, 300) }),
  };
}

/** Those ahead of a submission that takes its time wait for it: what they wait with should be small. */
function withoutTexts(grade: Grade): Grade {
  const { results } = grade;
  return {
    ...grade,
    results: { ...results, tests: [], answers: [], notes: [], repairs: [] },
    tests: grade.tests.map((test: GradedTest) => {
      const { evidence, marks, answer, type_errors, ...rest } = test;
      return { ...rest, message: "" };
    }),
  };
}
