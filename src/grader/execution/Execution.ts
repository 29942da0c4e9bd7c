import type { Compiled } from "../compile/index.js";
import type { Program } from "../match/index.js";
import type { Death, Guest } from "../sandbox/index.js";
import type { CellOutcome } from "./CellOutcome.js";
import type { Judgment } from "./Judgment.js";

/** What running one submission needs. Times are in seconds. */
export interface ExecutionOptions {
  readonly program: Program;
  /** By position in the program; undefined for cells that do not run in the guest. */
  readonly scripts: readonly (Compiled | undefined)[];
  /** A fresh guest that may live for so long. */
  readonly start: (seconds: number) => Promise<Guest>;
  /** Asks the test at a position of the program. Never throws for what the guest does. */
  readonly ask: (
    position: number,
    guest: Guest,
    seconds: number,
    outcomes: readonly CellOutcome[],
  ) => Promise<Judgment>;
  readonly describeError: (error: Uint8Array) => string;
  readonly stackOf: (error: Uint8Array) => string;
  readonly cellSeconds: number;
  readonly totalSeconds: number;
  readonly mostReplays: number;
  /** In seconds, from any beginning. */
  readonly now: () => number;
}

export interface Execution {
  /** By position in the program. */
  readonly cells: readonly CellOutcome[];
  /** By position in the program; tests that were not asked are missing. */
  readonly judgments: ReadonlyMap<number, Judgment>;
  /** Whether the submission lost a process or its time: it counts only when it happens again, alone. */
  readonly disturbed: boolean;
  /** Why the grader stopped before the end, if it did. */
  readonly stopped?: "time" | "replays";
}

/**
 * Runs the cells of a submission in order and asks the tests where they stand. A cell that takes the process down is
 * left out when the submission is run again, in a fresh process, up to there; tests that have their verdict are not
 * asked again.
 */
export async function execute(options: ExecutionOptions): Promise<Execution> {
  const run = new Run(options);
  return run.toEnd();
}

class Run {
  readonly #options: ExecutionOptions;
  readonly #cells: CellOutcome[];
  readonly #judgments = new Map<number, Judgment>();
  readonly #deadline: number;
  #disturbed = false;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.#cells = options.program.cells.map(() => ({ kind: "not_reached" }));
    this.#deadline = options.now() + options.totalSeconds;
  }

  async toEnd(): Promise<Execution> {
    let next = 0;
    for (let replays = 0; replays <= this.#options.mostReplays; replays++) {
      if (this.#left() <= 0) return this.#result("time");
      const guest = await this.#options.start(this.#left());
      try {
        next = await this.#pass(guest, next);
      } finally {
        await guest.end();
      }
      if (next === this.#cells.length || !this.#hasTests(next)) return this.#result();
    }
    return this.#result("replays");
  }

  #result(stopped?: "time" | "replays"): Execution {
    const disturbed = this.#disturbed || stopped !== undefined;
    return { cells: this.#cells, judgments: this.#judgments, disturbed, ...(stopped && { stopped }) };
  }

  #hasTests(from: number): boolean {
    return this.#options.program.cells.slice(from).some(({ role }) => role === "test");
  }

  /** Runs cells until one takes the guest down; returns how many are settled. */
  async #pass(guest: Guest, settled: number): Promise<number> {
    for (const position of this.#cells.keys()) {
      const isOld = position < settled;
      const death = await this.#step(guest, position, isOld);
      if (death === undefined) continue;
      this.#disturbed = true;
      // A cell that went well the last time may still be the one that takes the process down.
      return isOld ? settled : position + 1;
    }
    return this.#cells.length;
  }

  async #step(guest: Guest, position: number, isOld: boolean): Promise<Death | undefined> {
    const cell = this.#options.program.cells[position];
    if (cell?.role === "test") return isOld ? undefined : this.#ask(guest, position);
    if (this.#cells[position]?.kind === "left_out") return undefined;
    const outcome = await this.#run(guest, position);
    this.#cells[position] = outcome;
    return outcome.kind === "left_out" ? outcome.death : undefined;
  }

  async #run(guest: Guest, position: number): Promise<CellOutcome> {
    const { program, scripts, describeError, stackOf } = this.#options;
    const [cell, compiled] = [program.cells[position], scripts[position]];
    if (cell === undefined || compiled === undefined) return { kind: "skipped" };
    if (compiled.kind !== "script") return compiled;
    const { name } = cell;
    const outcome = await guest.run({ name, script: compiled.script }, this.#options.cellSeconds);
    if (outcome.kind === "done") return { kind: "ran" };
    if (outcome.kind === "threw") {
      const { error } = outcome;
      return { kind: "threw", error: describeError(error), stack: stackOf(error) };
    }
    return { kind: "left_out", death: outcome };
  }

  async #ask(guest: Guest, position: number): Promise<Death | undefined> {
    const judgment = await this.#options.ask(position, guest, this.#options.cellSeconds, this.#cells);
    this.#judgments.set(position, judgment);
    this.#cells[position] = { kind: "ran" };
    if (judgment.verdict === "judge_error") this.#disturbed = true;
    return judgment.death;
  }

  #left(): number {
    return this.#deadline - this.#options.now();
  }
}
