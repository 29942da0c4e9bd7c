import type { Script } from "../../cells/run/index.js";

/** One output in several MIME types. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** An error as Jupyter's messages carry it. */
export interface ErrorReport {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** Something to run in the engine. */
export interface RunCommand {
  readonly type: "run";
  /** Different for everything that is run. */
  readonly run: number;
  /** The cell that outputs belong to. */
  readonly cell: number;
  /** What stack traces call it: `Cell [3]`. */
  readonly name: string;
  /** The text that the student wrote, for tracebacks. */
  readonly source: string;
  readonly script: Script;
}

export type CommAction = "comm_open" | "comm_msg" | "comm_close";

/** A message between the two ends of a comm, one in a client and one in the engine. Binary data goes beside it. */
export interface CommContent {
  readonly action: CommAction;
  /** The comm's id. */
  readonly comm: string;
  /** What the other end is to be; said when the comm is opened. */
  readonly target: string;
  readonly data: unknown;
  readonly metadata: object;
}

/** A client's comm message, on its way to the engine; `cell` numbers it as if it were a cell. */
export interface CommCommand extends CommContent {
  readonly type: "comm";
  readonly cell: number;
}

/** What somebody answered to a cell's question, or why nobody can. */
export interface AnswerCommand {
  readonly type: "answer";
  readonly question: number;
  readonly value?: string;
  readonly problem?: string;
}

/** From the front to the engine's control thread. */
export type EngineCommand =
  | RunCommand
  | CommCommand
  | AnswerCommand
  | { readonly type: "interrupt"; readonly interrupt: number }
  | { readonly type: "compiled"; readonly compile: number; readonly result: CompiledFile }
  | { readonly type: "exit" };

/** A TypeScript file beside the notebook as a CommonJS module, or why it is none. */
export type CompiledFile = { readonly javascript: string } | { readonly problem: string };

/** From the engine's control thread to the front. */
export type ControlEvent =
  | { readonly type: "settled"; readonly interrupt: number }
  | { readonly type: "compile"; readonly compile: number; readonly path: string; readonly text: string };

export type Outcome =
  | { readonly status: "ok"; readonly value?: MimeBundle }
  | ({ readonly status: "error" } & ErrorReport);

/** From the engine's main thread to the front, in the order in which things happened. */
export type EngineEvent =
  | { readonly type: "ready"; readonly heapLimit: number }
  | {
      readonly type: "display";
      readonly cell: number;
      readonly data: MimeBundle;
      readonly metadata: object;
      readonly transient: object;
      readonly update: boolean;
    }
  | { readonly type: "clear"; readonly cell: number; readonly wait: boolean }
  | ({ readonly type: "error"; readonly cell: number } & ErrorReport)
  | {
      readonly type: "question";
      readonly question: number;
      readonly cell: number;
      readonly prompt: string;
      readonly password: boolean;
    }
  /** What waited for the answer has gone on. */
  | { readonly type: "answered"; readonly question: number }
  | ({ readonly type: "comm"; readonly cell: number } & CommContent)
  /** The target of a client's `comm_open` is there. */
  | { readonly type: "accepted"; readonly comm: string; readonly target: string }
  /** A client's comm message has been dealt with. */
  | { readonly type: "handled"; readonly cell: number }
  | { readonly type: "done"; readonly run: number; readonly outcome: Outcome }
  | { readonly type: "exit"; readonly code: number };
