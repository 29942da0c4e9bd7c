import type { Diagnostic, Script } from "../../cells/index.js";
import type { Assignment } from "../Assignment.js";
import type { PreparedAssignment } from "../judge/index.js";
import { type CompilerAnswer, CompilerProcess } from "./CompilerProcess.js";
import { RecentTexts } from "./RecentTexts.js";
import type { ChildRequest, ChildSettings } from "./requests.js";

/** What became of a cell: a script, or the reason why there is none. */
export type Compiled =
  /** `seconds`: processor time that it took. */
  | { readonly kind: "script"; readonly script: Script; readonly seconds?: number }
  /** It is not TypeScript, or something that a cell cannot mean; at least one. */
  | { readonly kind: "problems"; readonly problems: readonly Diagnostic[]; readonly seconds?: number }
  | { readonly kind: "refused"; readonly reason: string };

/** What is wrong with the types of a cell, or why that cannot be told. */
export type Checked = Exclude<Compiled, { readonly kind: "script" }>;

const mostCharacters = 64 * 1024;
const secondsToRead = 2;
const secondsToCheck = 10;
const secondsToPrepare = 60;

/** Turns the cells of submissions into scripts and checks their types, in a process that any text may bring down. */
export class CellCompiler {
  /** One for both: a compiler takes more memory than all else, and checks are rare beside scripts. */
  readonly #compiler: CompilerProcess;
  readonly #scripts = new RecentTexts<Compiled>();
  readonly #checks = new RecentTexts<Checked>();

  constructor(settings: ChildSettings) {
    this.#compiler = new CompilerProcess(settings);
    this.#compiler.warm();
  }

  /** The script of a cell. */
  toScript(cell: string): Promise<Compiled> {
    if (cell.length > mostCharacters) return Promise.resolve(tooLong);
    return this.#scripts.get(cell, () => askTwice(this.#compiler, { kind: "script", cell }, secondsToRead));
  }

  /** What is wrong with the types of a cell that comes after others; problems may be none. */
  check(cell: string, earlier: readonly string[]): Promise<Checked> {
    if (cell.length > mostCharacters) return Promise.resolve(tooLong);
    const read = earlier.filter((text) => text.length <= mostCharacters);
    return this.#checks.get(JSON.stringify([cell, ...read]), async () => {
      const answer = await askTwice(this.#compiler, { kind: "check", cell, earlier: read }, secondsToCheck);
      return answer.kind === "script" ? { kind: "problems", problems: [] } : answer;
    });
  }

  /**
   * Makes scripts of an assignment's tests.
   *
   * @throws {Error} when that fails, which is the assignment's fault or ours
   */
  async prepare(assignment: Assignment): Promise<PreparedAssignment> {
    const answer = await this.#compiler.ask({ kind: "prepare", assignment }, secondsToPrepare);
    if (answer.kind === "prepared") return answer.prepared;
    throw new Error(`the tests of ${assignment.name} cannot be compiled (${answer.kind}).`);
  }

  end(): void {
    this.#compiler.end();
  }
}

const tooLong: Checked = {
  kind: "refused",
  reason: "the cell is longer than 64 KB: no code of this size is read",
};

/** A process can also die, or be slow, for reasons that are not the cell's: only the second time counts. */
async function askTwice(process: CompilerProcess, request: ChildRequest, seconds: number): Promise<Compiled> {
  const first = await process.ask(request, seconds);
  return toCompiled(isAnswer(first) ? first : await process.ask(request, 2 * seconds));
}

function isAnswer({ kind }: CompilerAnswer): boolean {
  return kind === "script" || kind === "problems";
}

function toCompiled(answer: CompilerAnswer): Compiled {
  switch (answer.kind) {
    case "script":
      return { kind: "script", script: answer.script, seconds: answer.seconds };
    case "problems":
      return { kind: "problems", problems: answer.problems, seconds: answer.seconds };
    case "timeout":
      return { kind: "refused", reason: "reading the cell takes the compiler too long" };
    default:
      return { kind: "refused", reason: "the compiler cannot read the cell" };
  }
}
