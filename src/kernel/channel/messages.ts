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

/** From the front to the engine's control thread. */
export type EngineCommand =
  | RunCommand
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
  | ({ readonly type: "error"; readonly cell: number } & ErrorReport)
  | { readonly type: "done"; readonly run: number; readonly outcome: Outcome }
  | { readonly type: "exit"; readonly code: number };
