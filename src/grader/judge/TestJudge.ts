import type { Assignment } from "../Assignment.js";
import { Exchange, MalformedValue, type Tensors } from "../exchange/index.js";
import type { Judgment } from "../execution/Judgment.js";
import type { Judge, TestQuestion } from "../pipeline/Judge.js";
import type { Guest } from "../sandbox/Sandbox.js";
import { printable } from "../submission/printable.js";
import { describeThrown, stackOf } from "./describeThrown.js";
import { JudgeWorker } from "./JudgeWorker.js";
import { brokenTest, endlessAnswer, judgmentOf } from "./judgmentOf.js";
import type { PreparedAssignment } from "./PreparedTest.js";

/** How long a test may think by itself, the submission's time not counted. */
const ownSeconds = 20;

/** Runs test cells in a worker, with the submission's functions asked from afar. One test at a time. */
export class TestJudge implements Judge {
  readonly #prepare: (assignment: Assignment) => PreparedAssignment;
  readonly #ownSeconds: number;
  readonly #prepared = new WeakMap<Assignment, PreparedAssignment>();
  readonly #submissions = new WeakMap<Guest, number>();
  #count = 0;
  #worker: JudgeWorker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param prepare what `prepareAssignment` makes of an assignment; asked once for each */
  constructor(
    prepare: (assignment: Assignment) => PreparedAssignment,
    options: { readonly ownSeconds?: number } = {},
  ) {
    this.#prepare = prepare;
    this.#ownSeconds = options.ownSeconds ?? ownSeconds;
  }

  /** Starts the worker, so that the first test need not wait for it. */
  async open(): Promise<void> {
    await this.#ready().started;
  }

  ask(question: TestQuestion): Promise<Judgment> {
    const judgment = this.#last.then(() => this.#judge(question));
    this.#last = judgment.catch(() => undefined);
    return judgment;
  }

  describeError(error: Uint8Array): string {
    const thrown = readThrown(error);
    return thrown === undefined ? "an error that cannot be read" : describe(thrown.value);
  }

  stackOf(error: Uint8Array): string {
    return stackOf(readThrown(error)?.value);
  }

  async close(): Promise<void> {
    await this.#worker?.end();
    this.#worker = undefined;
  }

  async #judge({
    assignment,
    test,
    guest,
    seed,
    seconds,
    tellsHidden = false,
  }: TestQuestion): Promise<Judgment> {
    const { gradeId = "", points } = test;
    const { tests, surroundings } = this.#preparedFor(assignment);
    const prepared = tests.find((one) => one.gradeId === gradeId);
    if (prepared === undefined) return brokenTest(gradeId, "the assignment has no such test");
    const run = { test: prepared, surroundings, submission: this.#numberOf(guest), seed, tellsHidden };
    const worker = this.#ready();
    // The test's time is its own: that of a worker that has yet to start is not. One that does not start says so.
    await worker.started.catch(() => {});
    const ended = await worker.run(run, { guest, seconds, ownSeconds: this.#ownSeconds });
    if ("reason" in ended)
      return ended.endless === undefined ? brokenTest(gradeId, ended.reason) : endlessAnswer(ended.endless);
    return judgmentOf(ended, { gradeId, points, seconds, hiddenRegions: prepared.hiddenRegions });
  }

  #preparedFor(assignment: Assignment): PreparedAssignment {
    const known = this.#prepared.get(assignment);
    if (known !== undefined) return known;
    const prepared = this.#prepare(assignment);
    this.#prepared.set(assignment, prepared);
    return prepared;
  }

  #ready(): JudgeWorker {
    if (this.#worker === undefined || this.#worker.isDead) this.#worker = new JudgeWorker();
    return this.#worker;
  }

  #numberOf(guest: Guest): number {
    const known = this.#submissions.get(guest);
    if (known !== undefined) return known;
    this.#submissions.set(guest, ++this.#count);
    return this.#count;
  }
}

/** @returns undefined when the bytes are no value */
function readThrown(error: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: new Exchange("judge", noTensors).decode(error) };
  } catch (problem) {
    if (!(problem instanceof MalformedValue)) throw problem;
    return undefined;
  }
}

/** For errors, which hold no tensors. */
const noTensors: Tensors = {
  isTensor: () => false,
  describe: () => ({ dtype: "", shape: [], disposed: true }),
  values: () => undefined,
  make: () => ({}),
  dispose: () => {},
};

function describe(error: unknown): string {
  const { name, message } = describeThrown(error);
  if (name === undefined) return `threw ${printable(message, 200)}`;
  const text = name === "" || message === "" ? `${name}${message}` : `${name}: ${message}`;
  return printable(text, 500);
}
