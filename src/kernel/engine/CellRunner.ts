import { Script as VmScript } from "node:vm";
import { shadowDeclaration } from "../../cells/run/index.js";
import type { ErrorReport, Outcome, RunCommand } from "../channel/messages.js";
import { native } from "../channel/native.js";
import { codeFrame } from "../report/codeFrame.js";
import { reportError } from "../report/reportError.js";
import type { Sources } from "../report/Sources.js";
import type { CellContext } from "./CellContext.js";
import type { CellTimers } from "./CellTimers.js";
import { describeValue } from "./describeValue.js";
import { type Importer, ImportProblem } from "./Importer.js";
import type { Output } from "./Output.js";

interface Parts {
  readonly output: Output;
  readonly sources: Sources;
  readonly importer: Importer;
  readonly timers: CellTimers;
  readonly context: CellContext;
}

// Node's own, which no interrupt takes away.
const soon = setImmediate;

/**
 * Runs one cell at a time. Anything here may be cut off anywhere, by an interrupt: the cell that runs is noted
 * first, and whoever finds it noted after the interrupt reports its end.
 */
export class CellRunner {
  readonly #parts: Parts;
  readonly #declared = new native.Set<string>();
  #current: RunCommand | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  run(command: RunCommand): void {
    this.#current = command;
    this.#parts.context.enter(command.cell, () => {
      // The step by way of the event loop lets a rejection that nobody waits for be reported before the cell's end.
      const finish = (outcome: Outcome): void => void soon(() => this.#finish(command, outcome));
      this.#execute(command).then(finish, (error) => finish(this.#failure(error)));
    });
  }

  /** Ends the cell that runs, and what was cut off; to be called when nothing of it is on the stack any more. */
  interrupt(): void {
    const { context, timers } = this.#parts;
    timers.clear(context.cell);
    context.leave();
    if (this.#current === undefined) return;
    timers.clear(this.#current.cell);
    this.#finish(this.#current, { status: "error", ...interrupted });
  }

  async #execute(command: RunCommand): Promise<Outcome> {
    const { script } = command;
    const { importer, sources } = this.#parts;
    sources.add(command);
    if (script.imports.length > 0) {
      try {
        await importer.load(script.imports);
      } catch (error) {
        if (error instanceof ImportProblem) return { status: "error", ...reportImport(command, error) };
        throw error;
      }
    }
    this.#declare(script.shadows);
    let completion: unknown;
    for (const { text, columnOffset } of script.parts) {
      const part = new VmScript(text, { filename: command.name, columnOffset });
      completion = part.runInThisContext({ displayErrors: false });
    }
    if (script.isAsync) completion = ((await completion) as { readonly value: unknown } | undefined)?.value;
    if (!script.hasValue) return { status: "ok" };
    const value = await describeValue(completion, importer.printTensor);
    return value === undefined ? { status: "ok" } : { status: "ok", value };
  }

  #declare(shadows: readonly string[]): void {
    for (const name of shadows) {
      if (this.#declared.has(name)) continue;
      new VmScript(shadowDeclaration(name)).runInThisContext();
      this.#declared.add(name);
    }
  }

  #failure(error: unknown): Outcome {
    return { status: "error", ...reportError(error, this.#parts.sources) };
  }

  #finish(command: RunCommand, outcome: Outcome): void {
    if (this.#current !== command) return;
    try {
      this.#parts.output.send({ type: "done", run: command.run, outcome });
    } catch (error) {
      this.#parts.output.send({ type: "done", run: command.run, outcome: this.#failure(error) });
    }
    this.#current = undefined;
  }
}

const interrupted: ErrorReport = {
  ename: "Interrupted",
  evalue: "the cell was stopped; the variables are kept",
  traceback: ["Interrupted: the cell was stopped; the variables are kept."],
};

function reportImport({ name, source }: RunCommand, { message, place, cause }: ImportProblem): ErrorReport {
  const ename = cause instanceof native.Error ? cause.name : "Error";
  const where = `    at ${name}, line ${place.line}, column ${place.column}`;
  const traceback = [`${ename}: ${message}`, [where, ...codeFrame(source, place)].join("\n")];
  return { ename, evalue: message, traceback };
}
