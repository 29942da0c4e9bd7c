import type { Completeness, Diagnostic, Script } from "../../cells/index.js";
import type { CompiledFile } from "../channel/messages.js";

/** What the language worker is asked, and answers. Positions are in UTF-16 code units. */
export interface LanguageApi {
  /** Checks a cell and makes its script. With `lenient`, errors of types do not keep it from running. */
  prepare(code: string, lenient: boolean): Prepared;
  /** Takes over the names of a cell that ran. */
  commit(code: string): void;
  /** Forgets all cells: the variables are gone. */
  reset(): void;
  complete(code: string, position: number): CompletionAnswer;
  /** Markdown and plain text, or undefined where there is nothing to tell. */
  inspect(code: string, position: number, detail: number): InspectionAnswer | undefined;
  isComplete(code: string): Completeness;
  /** A `.ts` file beside the notebook, for the engine's `require`. */
  compileFile(path: string, text: string): CompiledFile;
}

/** Without a script the cell cannot run. */
export interface Prepared {
  readonly script?: Script;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompletionAnswer {
  readonly start: number;
  readonly end: number;
  /** Kinds are Jupyter's: function, instance, class, module, keyword. */
  readonly items: readonly { readonly text: string; readonly kind: string; readonly signature?: string }[];
}

export interface InspectionAnswer {
  readonly markdown: string;
  readonly text: string;
}

export type LanguageMethod = keyof LanguageApi;

export interface LanguageRequest {
  readonly id: number;
  readonly method: LanguageMethod;
  readonly args: readonly unknown[];
}

export type LanguageReply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: string };

export interface LanguageSettings {
  /** The notebook's folder. */
  readonly folder: string;
  /** The names that the engine has on globalThis at its start. */
  readonly globals: readonly string[];
}
