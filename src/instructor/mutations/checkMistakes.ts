import type { Compiler } from "../../cells/index.js";
import type { Assignment } from "../../grader/Assignment.js";
import type { Results } from "../../grader/results/index.js";
import type { MistakeCounts } from "../check/CheckReport.js";
import { firstStudent, testOf } from "../check/checkAnswers.js";
import { type Exercise, placeIn, solutionsOf } from "../check/Exercise.js";
import type { Finding } from "../check/Finding.js";
import type { Trials } from "../check/Trials.js";
import type { Mutant } from "./Mutant.js";
import { makeMutants } from "./makeMutants.js";
import { Recorder } from "./Recorder.js";
import type { CollectedAnswer } from "./readMistakes.js";
import { type Behaviour, behaviourOf, isSame, type Laboratory } from "./sameBehaviour.js";
import { similarInputs } from "./similarInputs.js";

export interface MistakesCheck {
  readonly trials: Trials;
  readonly laboratory: Laboratory;
  readonly assignment: Assignment;
  readonly exercises: readonly Exercise[];
  readonly compiler: Compiler;
  readonly collected: readonly CollectedAnswer[];
  readonly students: readonly string[];
  /** Tests that are known not to work: what they let through says nothing. */
  readonly broken: ReadonlySet<Exercise>;
  readonly onProgress: (done: number, all: number) => void;
}

/** An answer to be graded, and what should come of it. */
interface Candidate {
  readonly gradeId: string;
  readonly source: string;
  readonly line: number;
  readonly isRight: boolean;
  readonly isCollected: boolean;
  /** What it is, as the subject of a sentence. */
  readonly what: string;
}

/** Wrong answers have to lose points, and right ones none. */
export async function checkMistakes(
  check: MistakesCheck,
): Promise<{ readonly findings: Finding[]; readonly counts: MistakeCounts }> {
  const candidates = candidatesOf(check);
  const doubtful = await gradeTogether(check, candidates);
  const judged = new Judged(check);
  const outcomes = await Promise.all(doubtful.map((candidate) => judged.judge(candidate)));
  const equivalent = outcomes.filter((outcome) => outcome === "equivalent").length;
  const findings = outcomes.flatMap((outcome) => (typeof outcome === "object" ? [outcome] : []));
  const wrong = candidates.filter(({ isRight }) => !isRight);
  const letThrough = findings.filter(({ kind }) => kind === "weak-test").length;
  const counts = {
    made: wrong.filter(({ isCollected }) => !isCollected).length,
    collected: wrong.filter(({ isCollected }) => isCollected).length,
    caught: wrong.length - equivalent - letThrough,
    equivalent,
  };
  return { findings, counts };
}

function candidatesOf({ compiler, exercises: all, broken, collected }: MistakesCheck): Candidate[] {
  const unfit = new Set([...broken].flatMap(({ answers }) => answers));
  const exercises = all.filter(({ answers }) => !answers.some((answer) => unfit.has(answer)));
  const answers = new Map(exercises.flatMap((exercise) => exercise.answers.map((one) => [one.gradeId, one])));
  const made = [...answers.values()].flatMap(({ gradeId, source }) =>
    makeMutants(compiler, gradeId, source).map((mutant: Mutant): Candidate => {
      const { line, change } = mutant;
      return { gradeId, source: mutant.source, line, isRight: false, isCollected: false, what: change };
    }),
  );
  const given = collected.flatMap(({ id, verdict, exercise, kind, ts }): Candidate[] => {
    const gradeId = [...answers.keys()].find((key) => key === exercise || key.endsWith(`_${exercise}`));
    if (gradeId === undefined) return [];
    const what = `${id} (${kind})`;
    return [{ gradeId, source: ts, line: 1, isRight: verdict === "accept", isCollected: true, what }];
  });
  return [...given, ...made];
}

/**
 * Grades all, answers to exercises that do not know of each other in one notebook, and gives those of which something
 * else came than should: they are graded alone then.
 */
async function gradeTogether(check: MistakesCheck, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const { trials, exercises, onProgress } = check;
  const solved = solutionsOf(exercises);
  const bundles = bundle(candidates, exercises);
  const all = candidates.length;
  let done = 0;
  const doubtful = await Promise.all(
    bundles.map(async (together) => {
      const answers = new Map([
        ...solved,
        ...together.map(({ gradeId, source }) => [gradeId, source] as const),
      ]);
      const results = await trials.run({ student: firstStudent, answers });
      done += together.length;
      onProgress(done, all);
      return together.filter((candidate) => isAllRight(candidate, exercises, results) !== candidate.isRight);
    }),
  );
  return doubtful.flat();
}

/** Puts one candidate of each exercise together, where the exercises do not mention each other. */
function bundle(candidates: readonly Candidate[], exercises: readonly Exercise[]): Candidate[][] {
  const queues = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const queue = queues.get(candidate.gradeId) ?? [];
    queues.set(candidate.gradeId, [...queue, candidate]);
  }
  const alone = [...queues.keys()].filter((gradeId) => !isIndependent(gradeId, exercises));
  const bundles = alone.flatMap((gradeId) => (queues.get(gradeId) ?? []).map((candidate) => [candidate]));
  const others = [...queues].flatMap(([gradeId, queue]) => (alone.includes(gradeId) ? [] : [queue]));
  const length = Math.max(0, ...others.map((queue) => queue.length));
  for (let index = 0; index < length; index++)
    bundles.push(others.flatMap((queue) => queue.slice(index, index + 1)));
  return bundles;
}

function isIndependent(gradeId: string, exercises: readonly Exercise[]): boolean {
  const own = exercises.filter(({ answers }) => answers.some((answer) => answer.gradeId === gradeId));
  if (own.some(({ answers }) => answers.length > 1)) return false;
  const names = own.flatMap(({ answers }) => answers.flatMap(({ defines }) => defines));
  const others = exercises.filter((exercise) => !own.includes(exercise));
  return others.every(({ test, answers }) =>
    [test, ...answers].every(({ source }) => !names.some((name) => hasWord(source, name))),
  );
}

function hasWord(source: string, name: string): boolean {
  return new Set<string>(source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu)).has(name);
}

/** Whether all tests of the answer give all points. */
function isAllRight({ gradeId }: Candidate, exercises: readonly Exercise[], results: Results): boolean {
  return testsOf(gradeId, exercises).every((exercise) => {
    const test = testOf(exercise, results);
    return test !== undefined && test.points === test.max_points;
  });
}

function testsOf(gradeId: string, exercises: readonly Exercise[]): readonly Exercise[] {
  return exercises.filter(({ answers }) => answers.some((answer) => answer.gradeId === gradeId));
}

/** Decides over answers of which something else came than should. */
class Judged {
  readonly #check: MistakesCheck;
  readonly #solutions = new Map<string, Promise<Known>>();

  constructor(check: MistakesCheck) {
    this.#check = check;
  }

  async judge(candidate: Candidate): Promise<Finding | "equivalent" | "as it should be"> {
    const { trials, exercises, students } = this.#check;
    const answers = this.#answersWith(candidate);
    const first = await trials.run({ student: firstStudent, answers });
    if (isAllRight(candidate, exercises, first) === candidate.isRight) return "as it should be";
    if (candidate.isRight) return this.#lost(candidate, first);
    if (!candidate.isCollected && (await this.#isEquivalent(candidate, answers))) return "equivalent";
    const others = students.filter((student) => student !== firstStudent);
    const all = await Promise.all(others.map((student) => trials.run({ student, answers })));
    const passed = 1 + all.filter((results) => isAllRight(candidate, exercises, results)).length;
    return this.#letThrough(candidate, passed);
  }

  #answersWith({ gradeId, source }: Candidate): Map<string, string> {
    return solutionsOf(this.#check.exercises).set(gradeId, source);
  }

  async #isEquivalent({ gradeId }: Candidate, answers: ReadonlyMap<string, string>): Promise<boolean> {
    let known = this.#solutions.get(gradeId);
    if (known === undefined) {
      known = this.#know(gradeId);
      this.#solutions.set(gradeId, known);
    }
    const { asked, behaviour } = await known;
    return isSame(behaviour, await behaviourOf(this.#check.laboratory, answers, asked)) === true;
  }

  /** What tests ask of an answer, and what the solution gives for that and for the like of it. */
  async #know(gradeId: string): Promise<Known> {
    const { trials, exercises, students, assignment, laboratory } = this.#check;
    const solved = solutionsOf(exercises);
    const recorder = new Recorder();
    const watch = recorder.watch.bind(recorder);
    for (const student of students) await trials.run({ student, answers: solved, watch });
    const names = assignment.cells.find((cell) => cell.gradeId === gradeId)?.defines ?? [];
    const calls = similarInputs(recorder.calls.filter(({ name }) => names.includes(name)));
    const asked = { names, calls };
    return { asked, behaviour: await behaviourOf(laboratory, solved, asked) };
  }

  #letThrough({ gradeId, line, what, isCollected }: Candidate, passed: number): Finding {
    const { exercises, students, assignment } = this.#check;
    const tests = testsOf(gradeId, exercises).map(({ test }) => test.gradeId);
    const times = passed === students.length ? "" : ` for ${passed} of ${students.length} students`;
    const from = isCollected ? "the collected wrong answer" : "a wrong answer made from the solution";
    return {
      ...{ step: "mistakes", kind: "weak-test", line, tests },
      cell: assignment.cells.findIndex((cell) => cell.gradeId === gradeId),
      message: `${from} has all points${times}: ${what}. It comes through ${tests.join(", ")}`,
      wayOut:
        "Add a hidden test whose inputs tell it from the solution: more sizes, other values, a second call.",
    };
  }

  #lost(candidate: Candidate, results: Results): Finding {
    const { exercises } = this.#check;
    const lost = testsOf(candidate.gradeId, exercises).find((exercise) => {
      const test = testOf(exercise, results);
      return test === undefined || test.points < test.max_points;
    }) as Exercise;
    const test = testOf(lost, results);
    return {
      ...{ step: "mistakes", kind: "right-answer-fails" },
      ...placeIn(lost, test?.visibility === "hidden"),
      message: `the collected right answer loses points: ${candidate.what}: ${test?.message.replace(/\.$/, "")}`,
      wayOut: "Let the test accept it, or mark the answer as wrong where it is collected.",
    };
  }
}

interface Known {
  readonly asked: Parameters<typeof behaviourOf>[2];
  readonly behaviour: Behaviour;
}
