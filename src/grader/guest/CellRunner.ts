import { helperNames, type Script, shadowDeclaration } from "../../cells/run/index.js";
import type { Timers } from "../realm/Timers.js";
import { apply, create, defineProperty, getOwnPropertyDescriptor } from "../values/primordials.js";
import type { Packages } from "./Packages.js";
import { evalContext, later } from "./platform.js";

/** What a piece of a submission's code came to. */
export type Ended = { readonly value: unknown } | { readonly thrown: unknown };

/** Runs cells as the kernel's engine does. Nothing here waits for a promise in a way that a cell could change. */
export class CellRunner {
  readonly #packages: Packages;
  readonly #timers: Timers;
  readonly #declared = create(null) as Record<string, unknown>;

  constructor(packages: Packages, timers: Timers) {
    this.#packages = packages;
    this.#timers = timers;
    put(helperNames.import, (specifier: string, names?: readonly string[]) =>
      packages.pick(specifier, names),
    );
    // Asynchronous, so that what it throws is a rejection, as with `import()`.
    put(helperNames.load, async (specifier: unknown) => packages.namespace(specifier));
  }

  /** @param done called when the cell has come to its end, never before this returns */
  run(cell: { readonly name: string; readonly script: Script }, done: (ended: Ended) => void): void {
    const started = this.#start(cell);
    if ("thrown" in started || !cell.script.isAsync) this.#settle(started, done);
    else this.#wait(started.value, done);
  }

  /** The value of an expression; the text is ours. */
  evaluate(expression: string): Ended {
    try {
      // Sees what scripts declare, and costs much less than a script of its own.
      return { value: indirectEval(expression) };
    } catch (error) {
      return { thrown: error };
    }
  }

  #start({ name, script }: { readonly name: string; readonly script: Script }): Ended {
    const { imports, shadows, parts, isAsync } = script;
    const url = urlOf(name);
    try {
      for (let i = 0; i < imports.length; i++) this.#packages.namespace(imports[i]!.specifier);
      // Nothing of a cell runs that is not JavaScript as a whole.
      if (isAsync) for (let i = 0; i < parts.length; i++) parse(parts[i]!.text);
    } catch (error) {
      return { thrown: error };
    }
    for (let i = 0; i < shadows.length; i++) this.#declare(shadows[i]!);
    let ended: Ended = { value: undefined };
    for (let i = 0; i < parts.length; i++) {
      ended = evaluate(parts[i]!.text, url);
      if ("thrown" in ended) break;
    }
    return ended;
  }

  #declare(name: string): void {
    if (getOwnPropertyDescriptor(this.#declared, name) !== undefined) return;
    defineProperty(this.#declared, name, { value: true });
    evaluate(shadowDeclaration(name), "guest:shadow");
  }

  #wait(promise: unknown, done: (ended: Ended) => void): void {
    let ended: Ended | undefined;
    // So that `then` looks up nothing that a cell may have changed.
    defineProperty(promise as object, "constructor", { value: undefined });
    onEnd(
      promise as object,
      (value) => {
        ended = { value };
      },
      (thrown) => {
        ended = { thrown };
      },
    );
    let idle = 0;
    const look = (): void => {
      if (ended !== undefined) {
        this.#settle(ended, done);
        return;
      }
      // Something else may be under way, such as the compilation of WebAssembly: time for it first.
      if (idle++ > 0 && this.#timers.runNext(Number.POSITIVE_INFINITY)) idle = 0;
      later(look, idle > 10 ? 5 : 0);
    };
    look();
  }

  /** Lets what is due already happen before the next cell, as in the kernel. */
  #settle(ended: Ended, done: (ended: Ended) => void): void {
    const until = this.#timers.now + 1;
    const next = (): void => {
      if (this.#timers.runNext(until)) later(next, 0);
      else done(ended);
    };
    later(next, 0);
  }
}

const nativeThen = Promise.prototype.then;
const NativeFunction = Function;
// biome-ignore lint/security/noGlobalEval: the expressions are ours, and have to be looked up in the global scope.
const indirectEval = globalThis.eval as (text: string) => unknown;
const encodeUri = (globalThis as unknown as { encodeURIComponent(text: string): string }).encodeURIComponent;

function evaluate(text: string, url: string): Ended {
  const ended = evalContext(text, url);
  const failure = ended[1];
  return failure === null ? { value: ended[0] } : { thrown: failure.thrown };
}

function parse(text: string): void {
  NativeFunction(text);
}

/** Stack traces show `cell:` and the name. */
function urlOf(name: string): string {
  return `cell:${encodeUri(name)}`;
}

function onEnd(
  promise: object,
  fulfilled: (value: unknown) => void,
  rejected: (error: unknown) => void,
): void {
  apply(nativeThen, promise, [fulfilled, rejected]);
}

function put(name: string, value: unknown): void {
  defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
