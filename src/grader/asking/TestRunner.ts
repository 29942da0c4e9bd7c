import { Script } from "node:vm";
import { createRandom, random, tf } from "init_utils";
import { Exchange, type TensorFlow, tensorsOf } from "../exchange/index.js";
import type { RunTest, WorkerMessage, WorkerStart } from "../judge/messages.js";
import type { PreparedTest } from "../judge/PreparedTest.js";
import type { Failure, TestReport } from "../judge/TestReport.js";
import { type Context, describeFailure } from "./describeFailure.js";
import { Packages } from "./Packages.js";
import { Questions } from "./Questions.js";
import type { TestConsole } from "./TestConsole.js";
import { TestScope } from "./TestScope.js";
import { Transcript } from "./Transcript.js";

/** Runs test cells, one at a time, each in a scope of its own. */
export class TestRunner {
  readonly #start: WorkerStart;
  readonly #post: (message: WorkerMessage) => void;
  readonly #console: TestConsole;
  readonly #packages = new Packages();
  readonly #tensors = tensorsOf(tf as unknown as TensorFlow);
  #submission = -1;
  #exchange = new Exchange("judge", this.#tensors);

  constructor(start: WorkerStart, post: (message: WorkerMessage) => void, console: TestConsole) {
    this.#start = start;
    this.#post = post;
    this.#console = console;
  }

  async run(run: RunTest): Promise<TestReport> {
    const { test, surroundings, submission } = run;
    if (submission !== this.#submission) this.#exchange = new Exchange("judge", this.#tensors);
    this.#submission = submission;
    const needed = [...surroundings.imports, ...test.imports].map(({ specifier }) => specifier);
    const problem =
      test.problem ?? (await this.#packages.load(needed, surroundings.packages)) ?? syntaxProblem(test);
    if (problem !== undefined) return { ...nothing, problem };
    return this.#runHere(run);
  }

  #runHere({ test, surroundings, seed, tellsHidden }: RunTest): TestReport {
    const questions = new Questions(this.#start, this.#post, this.#exchange);
    const watch = new HiddenWatch(this.#console);
    const transcript = new Transcript(tellsHidden ? new Transcript() : undefined);
    const onHidden = (begins: boolean): void => {
      transcript.close();
      watch.turn(begins);
    };
    const scope = new TestScope(surroundings, { packages: this.#packages, questions, transcript, onHidden });
    seedEverything(seed);
    this.#console.renew();
    let value: unknown;
    let failure: Failure | undefined;
    try {
      for (const script of test.scripts) value = evaluate(scope.object(), script);
    } catch (error) {
      transcript.blame(error);
      failure = describeFailure(error, { scope, questions });
    }
    watch.take();
    const { problem } = questions;
    if (failure !== undefined && !watch.hidden)
      failure = withCheck(failure, test.checks, { scope, questions });
    const { death, deadlyQuestion, answered } = questions;
    const hiddenEvidence = transcript.afterwards(failure);
    return {
      ...(hiddenEvidence && { hiddenEvidence }),
      evidence: transcript.evidence(failure),
      ...(failure && { failure }),
      ...(problem !== undefined && { problem }),
      ...(death && { death }),
      ...(deadlyQuestion !== undefined && { deadlyQuestion }),
      ...(test.hasValue && typeof value === "number" && { value }),
      answers: answered,
      hidden: watch.hidden,
      hiddenRegions: watch.ended,
      stderr: watch.stderr,
      hiddenStderr: watch.hiddenStderr,
    };
  }
}

const nothing: TestReport = { answers: 0, hidden: false, hiddenRegions: 0, stderr: "", hiddenStderr: false };

/** Follows where hidden tests begin and end, and keeps what they print apart. */
class HiddenWatch {
  readonly #console: TestConsole;
  hidden = false;
  ended = 0;
  stderr = "";
  hiddenStderr = false;

  constructor(console: TestConsole) {
    this.#console = console;
    console.take();
  }

  turn(begins: boolean): void {
    this.take();
    if (!begins && this.hidden) this.ended++;
    this.hidden = begins;
  }

  take(): void {
    const { stderr } = this.#console.take();
    if (this.hidden) this.hiddenStderr ||= stderr !== "";
    else this.stderr += stderr;
  }
}

/**
 * A cell that prints what the submission gave, before it checks it, may fail at that with an error that helps nobody.
 * What the checkers after it find is said instead; of the submission's own error, only their hint is added.
 */
function withCheck(failure: Failure, checks: readonly string[], context: Context): Failure {
  const { cause, category, hint } = failure;
  const isPlain = (cause === "check" && category === undefined) || cause === "submission";
  if (!isPlain || hint !== undefined || context.questions.hasEnded) return failure;
  for (const check of checks) {
    try {
      evaluate(context.scope.object(), check);
    } catch (error) {
      const found = describeFailure(error, context);
      if (found.category === undefined) continue;
      return cause === "check"
        ? found
        : { ...failure, ...(found.hint !== undefined && { hint: found.hint }) };
    }
  }
  return failure;
}

/** Makes everything that a test can draw at random follow from the seed. */
function seedEverything(seed: string): void {
  random.seed(seed);
  const stream = createRandom(`${seed} Math.random`);
  Math.random = () => stream.rand();
}

/**
 * Runs a script with the scope around it. `with` needs sloppy code, and a direct `eval` gives the value of the last
 * statement; both find nothing of this file, because `new Function` makes global code.
 */
const evaluate = new Function(
  "with (arguments[0]) { return (function () { return eval(arguments[0]); }).call(Object.create(null), arguments[1]); }",
) as (scope: object, script: string) => unknown;

/** Errors that only the engine finds, before anything runs. */
function syntaxProblem({ scripts }: PreparedTest): string | undefined {
  try {
    for (const script of scripts) new Script(script);
    return undefined;
  } catch (error) {
    return `it is not JavaScript that can run: ${(error as Error).message}`;
  }
}
