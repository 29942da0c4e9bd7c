import type { ErrorReport } from "../channel/messages.js";
import type { LanguageWorker } from "../language/LanguageWorker.js";
import type { Prepared } from "../language/requests.js";
import type { Json } from "../protocol/Message.js";
import type { Messenger } from "../protocol/Messenger.js";
import { describeDiagnostics, reportDiagnostics } from "../report/reportDiagnostics.js";
import type { History } from "../requests/History.js";
import type { Questions } from "../requests/Questions.js";
import type { EngineHost, RunResult } from "./EngineHost.js";
import type { ExecuteRequest } from "./ExecuteRequest.js";
import type { OutputRouter } from "./OutputRouter.js";
import type { TypesSetting } from "./typesSetting.js";

interface Parts {
  readonly messenger: Messenger;
  readonly router: OutputRouter;
  readonly engine: EngineHost;
  readonly language: LanguageWorker;
  readonly history: History;
  readonly questions: Questions;
  /** What the notebook says about errors of types. */
  readonly typesSetting: () => Promise<TypesSetting>;
}

/** How long the compiler may take to finish a cell that was interrupted. */
const compilerMs = 800;

const interrupted: ErrorReport = {
  ename: "Interrupted",
  evalue: "the cell was stopped before it ran",
  traceback: ["Interrupted: the cell was stopped before it ran."],
};

const stopped: ErrorReport = {
  ename: "Interrupted",
  evalue: "the cell was stopped while it waited for an answer; the variables are kept",
  traceback: ["Interrupted: the cell was stopped while it waited for an answer; the variables are kept."],
};

/** Takes a cell from its request to its reply: check, script, run, value. */
export class CellExecutor {
  readonly #parts: Parts;
  /** The number that cells carry in brackets. */
  #count = 0;
  /** Numbers all that ran, counted or not, so that outputs find their request. */
  #cells = 0;
  #stage: "none" | "preparing" | "stopped" | "running" = "none";

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Runs a cell, publishes its outputs, and gives the content of its reply. */
  async run(cell: ExecuteRequest): Promise<Json> {
    const { messenger, router, questions } = this.#parts;
    const { header } = cell.request.message;
    const number = this.nextNumber();
    router.addCell(number, header);
    if (cell.storeHistory) this.#parts.history.add(++this.#count, cell.code);
    const count = this.#count;
    if (!cell.silent) messenger.publish(header, "execute_input", { code: cell.code, execution_count: count });
    questions.begin(number, cell);
    const result = await this.#attempt(cell, number);
    this.#stage = "none";
    const content = await this.#conclude(cell, number, result);
    questions.end(number);
    router.flush();
    return { ...content, execution_count: count, payload: [] };
  }

  /** A number under which outputs find their request. */
  nextNumber(): number {
    return ++this.#cells;
  }

  /** Stops the cell that is on its way; what runs in the engine is stopped by the engine's host. */
  interrupt(): void {
    this.#parts.questions.drop({ status: "error", ...stopped });
    if (this.#stage !== "preparing") return;
    this.#stage = "stopped";
    const { language } = this.#parts;
    setTimeout(() => {
      if (this.#stage === "stopped") language.restart("it took too long and was stopped");
    }, compilerMs).unref();
  }

  async #attempt(cell: ExecuteRequest, number: number): Promise<RunResult> {
    const { engine, language, router, questions } = this.#parts;
    try {
      this.#stage = "preparing";
      const { diagnostics, script } = await this.#prepare(cell);
      if ((this.#stage as string) === "stopped") return { status: "error", ...interrupted };
      if (script === undefined) return { status: "error", ...reportDiagnostics(cell.code, diagnostics) };
      if (diagnostics.length > 0) {
        const text = `${describeDiagnostics(cell.code, diagnostics).join("\n")}\n`;
        router.write({ cell: number, stream: "stderr", text });
      }
      this.#stage = "running";
      const name = cell.storeHistory ? `Cell [${this.#count}]` : `Cell (${number})`;
      const run = await engine.run({ cell: number, name, source: cell.code, script });
      const result = (run.status === "ok" && (await questions.settled())) || run;
      if (run.status !== "ok") questions.drop(run);
      if (result.status !== "lost") void language.ask("commit", cell.code).catch(logFailure);
      return result;
    } catch (error) {
      if ((this.#stage as string) === "stopped") return { status: "error", ...interrupted };
      return { status: "error", ...compilerFailure(error as Error) };
    }
  }

  async #prepare({ code, types }: ExecuteRequest): Promise<Prepared> {
    const { language, typesSetting } = this.#parts;
    const isLenient = types === "warn";
    const prepared = await language.ask("prepare", code, isLenient);
    if (prepared.script !== undefined || types !== undefined || (await typesSetting()) !== "warn")
      return prepared;
    return language.ask("prepare", code, true);
  }

  async #conclude(cell: ExecuteRequest, number: number, result: RunResult): Promise<Json> {
    const { router, history } = this.#parts;
    if (result.status !== "ok") {
      const report = result.status === "lost" ? lost(result.reason) : result;
      const { ename, evalue, traceback } = report;
      if (!cell.silent) router.error(number, { ename, evalue, traceback });
      return { status: "error", ename, evalue, traceback };
    }
    if (result.value !== undefined && !cell.silent) {
      router.result(number, this.#count, result.value);
      if (cell.storeHistory) history.setOutput(this.#count, String(result.value["text/plain"]));
    }
    const expressions: Record<string, Json> = {};
    for (const [name, code] of Object.entries(cell.userExpressions)) {
      expressions[name] = await this.#evaluate(code, number);
    }
    return { status: "ok", user_expressions: expressions };
  }

  async #evaluate(code: string, cell: number): Promise<Json> {
    const result = await this.#expression(code, cell);
    if (result.status === "ok") return { status: "ok", data: result.value ?? {}, metadata: {} };
    const { ename, evalue, traceback } = result.status === "lost" ? lost(result.reason) : result;
    return { status: "error", ename, evalue, traceback };
  }

  async #expression(code: string, cell: number): Promise<RunResult> {
    const { language, engine } = this.#parts;
    try {
      const { script, diagnostics } = await language.ask("prepare", code, true);
      if (script === undefined) return { status: "error", ...reportDiagnostics(code, diagnostics) };
      return await engine.run({ cell, name: "user expression", source: code, script });
    } catch (error) {
      return { status: "error", ...compilerFailure(error as Error) };
    }
  }
}

function lost(reason: string): ErrorReport {
  const evalue = `${reason} All variables are gone: run the cells that define them again.`;
  return { ename: "EngineLost", evalue, traceback: [`EngineLost: ${evalue}`] };
}

function compilerFailure({ message }: Error): ErrorReport {
  const evalue = `the cell could not be compiled: ${message}`;
  return { ename: "CompilerFailure", evalue, traceback: [`CompilerFailure: ${evalue}`] };
}

function logFailure(error: unknown): void {
  console.error(`initlab kernel: ${(error as Error).message}`);
}
