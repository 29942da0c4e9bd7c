import { readFileSync, statSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { CompiledFile } from "../channel/messages.js";
import { native } from "../channel/native.js";
import { typescriptFile } from "../language/typescriptFile.js";
import type { Compiled, ToControl } from "./controlMessages.js";

interface CommonJs {
  _compile(javascript: string, path: string): void;
}

type Resolve = (
  request: string,
  parent?: { readonly filename?: string | null },
  ...rest: unknown[]
) => string;
type Extensions = Record<string, (module: CommonJs, path: string) => void>;

/**
 * The files beside the notebook, which change while the engine runs. TypeScript among them is translated by the
 * front's language worker: the engine has no compiler.
 */
export class TypeScriptFiles {
  readonly #ask: (message: ToControl) => void;
  readonly #answers: MessagePort;
  readonly #require: NodeJS.Require;
  readonly #times = new Map<string, number>();
  #count = 0;
  /** How often something was found to have changed. */
  #changes = 0;

  /** `ask` sends a question to the control thread, whose answers come through the port. */
  constructor(folder: string, ask: (message: ToControl) => void, answers: MessagePort) {
    this.#ask = ask;
    this.#answers = answers;
    this.#require = createRequire(`${folder}/cell.js`);
    const { _extensions: extensions } = Module as unknown as { _extensions: Extensions };
    for (const ending of [".ts", ".mts", ".cts"]) {
      extensions[ending] = (module, path) => {
        this.#note(path);
        module._compile(this.#compile(path), path);
      };
    }
    nameSources();
    for (const ending of [".js", ".json"]) {
      const load = extensions[ending];
      extensions[ending] = (module, path) => {
        if (isBeside(folder, path)) this.#note(path);
        load?.(module, path);
      };
    }
  }

  /** @throws Error when the file is not there, is no TypeScript, or throws */
  load(path: string): Readonly<Record<string, unknown>> {
    return this.#require(path) as Readonly<Record<string, unknown>>;
  }

  /** The data of a JSON file, as a module has it. */
  loadJson(path: string): Readonly<Record<string, unknown>> {
    return { default: this.#require(path) as unknown };
  }

  /**
   * The address under which Node.js imports a JavaScript file as it is now. It never reads an address twice; so after
   * a change there is a new one. What an ES module imports by itself stays as it was.
   */
  addressOf(path: string): string {
    if (!this.#times.has(path)) this.#note(path);
    const { href } = pathToFileURL(path);
    return this.#changes === 0 ? href : `${href}?changes=${this.#changes}`;
  }

  /** Lets files be read again when one of them was changed since: they may import each other. */
  forgetChanged(): void {
    const changed = [...this.#times].some(
      ([path, time]) => statSync(path, { throwIfNoEntry: false })?.mtimeMs !== time,
    );
    if (!changed) return;
    for (const path of this.#times.keys()) delete this.#require.cache[path];
    this.#times.clear();
    this.#changes++;
  }

  #note(path: string): void {
    this.#times.set(path, statSync(path).mtimeMs);
  }

  #compile(path: string): string {
    // Errors then name the lines of the TypeScript. Before the first file, there is nothing to pay for it.
    native.process.setSourceMapsEnabled(true);
    const compile = ++this.#count;
    const signal = new native.Int32Array(new native.SharedArrayBuffer(4));
    this.#ask({ type: "compile", compile, path, text: readFileSync(path, "utf8"), signal });
    const result = this.#answer(compile, signal);
    if ("javascript" in result) return result.javascript;
    throw new native.SyntaxError(result.problem);
  }

  #answer(compile: number, signal: Int32Array): CompiledFile {
    native.Atomics.wait(signal, 0, 0);
    for (;;) {
      const received = receiveMessageOnPort(this.#answers) as { message: Compiled } | undefined;
      if (received === undefined) throw new native.Error("the compiler did not answer");
      // An answer to a question that an interrupt cut off.
      if (received.message.compile === compile) return received.message.result;
    }
  }
}

/** TypeScript files name each other as the `.js` that they will become; here they never do. */
function nameSources(): void {
  const modules = Module as unknown as { _resolveFilename: Resolve };
  const find = modules._resolveFilename;
  modules._resolveFilename = (request, parent, ...rest) => {
    const from = parent?.filename ?? "";
    const isMeant = /\.[mc]?ts$/.test(from) && /^\.\.?\//.test(request);
    const own = isMeant ? typescriptFile(resolve(dirname(from), request)) : undefined;
    return native.Reflect.apply(find, Module, [own ?? request, parent, ...rest]) as string;
  };
}

function isBeside(folder: string, path: string): boolean {
  return path.startsWith(folder + sep) && !path.includes(`${sep}node_modules${sep}`);
}
