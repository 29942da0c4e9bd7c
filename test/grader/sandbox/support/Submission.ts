import { tf } from "init_utils";
import { toScript } from "../../../../src/cells/index.ts";
import { Exchange, tensorsOf } from "../../../../src/grader/exchange/index.ts";
import {
  defaultLimits,
  type Ending,
  type Guest,
  guestGlobals,
  type Limits,
  type Outcome,
  type Sandbox,
} from "../../../../src/grader/sandbox/index.ts";
import { compiler } from "../../../cells/support/compiler.js";

const globals = new Set(guestGlobals);

/** What a call came to. */
export type Called = { result: unknown; args: unknown[] } | { thrown: unknown } | { died: Outcome["kind"] };

/** A submission in a sandbox, as the judge sees it: cells are text, and values are values. */
export class Submission {
  readonly guest: Guest;
  readonly #exchange = new Exchange("judge", tensorsOf(tf));

  private constructor(guest: Guest) {
    this.guest = guest;
  }

  static async in(sandbox: Sandbox, limits: Partial<Limits> = {}, seed = "seed"): Promise<Submission> {
    const guest = await sandbox.start({
      imports: ["init_utils", "public_tests", "@tensorflow/tfjs", "seedrandom"],
      seed,
      clock: Date.UTC(2026, 0, 1),
      limits: { ...defaultLimits, ...limits },
    });
    return new Submission(guest);
  }

  run(cell: string, seconds = 10, name = "cell 1"): Promise<Outcome> {
    return this.guest.run({ name, script: toScript(compiler, cell, { globals }) }, seconds);
  }

  async call(name: string, args: readonly unknown[], seconds = 10): Promise<Called> {
    const outcome = await this.guest.call(name, this.#exchange.encode(args), seconds);
    if (outcome.kind === "done") return this.#exchange.decode(outcome.value!) as Called;
    if (outcome.kind === "threw") return this.#exchange.decode(outcome.error) as Called;
    return { died: outcome.kind };
  }

  async read(name: string): Promise<unknown> {
    const outcome = await this.guest.read(name, 10);
    if (outcome.kind === "done") return this.#exchange.decode(outcome.value!);
    if (outcome.kind === "threw") throw this.#exchange.decode(outcome.error);
    return { died: outcome.kind };
  }

  /** What a cell throws. */
  async error(cell: string): Promise<{ name?: string; message?: string; stack?: string }> {
    const outcome = await this.run(cell);
    if (outcome.kind !== "threw") throw new Error(`Expected an error, but the cell ended as ${outcome.kind}`);
    return this.#exchange.decode(outcome.error) as { name?: string; message?: string };
  }

  end(): Promise<Ending> {
    return this.guest.end();
  }
}
