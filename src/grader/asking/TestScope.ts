import { helperNames, pickImports } from "../../cells/run/index.js";
import { hiddenMarker, type Surroundings } from "../judge/PreparedTest.js";
import { languageNames } from "./languageNames.js";
import type { Packages } from "./Packages.js";
import type { Questions } from "./Questions.js";
import { standInFor } from "./standInFor.js";
import type { Transcript } from "./Transcript.js";

/** Called by a test's script where hidden tests begin and end. */
export type OnHidden = (begins: boolean) => void;

export interface ScopeParts {
  readonly packages: Packages;
  readonly questions: Questions;
  readonly transcript: Transcript;
  readonly onHidden: OnHidden;
}

/**
 * The names that a test cell sees: its own come first, by the language; then what the submission defines, asked for
 * when it is used; the imports of the given cells; and what the language has. It stands behind a `with`.
 */
export class TestScope {
  readonly #values = new Map<string, unknown>();
  readonly #names: ReadonlySet<string>;
  readonly #questions: Questions;
  readonly #transcript: Transcript;
  readonly #functions = new Map<string, object>();
  /** Data, as it was when it was last asked for. */
  readonly #data = new Map<string, unknown>();
  #calls = 0;
  readonly #lacking = new Set<string>();

  constructor(surroundings: Surroundings, { packages, questions, transcript, onHidden }: ScopeParts) {
    this.#questions = questions;
    this.#transcript = transcript;
    this.#names = new Set(surroundings.names);
    for (const { specifier, imported, name } of surroundings.imports) {
      const namespace = packages.find(specifier);
      if (namespace !== undefined)
        this.#values.set(name, imported === "*" ? namespace : pickImports(namespace, [imported])[imported]);
    }
    this.#values.set(helperNames.import, (specifier: string, names?: readonly string[]) =>
      pickImports(packages.find(specifier) ?? {}, names),
    );
    this.#values.set(helperNames.load, () => questions.stop("it imports with import(…), which waits"));
    this.#values.set(hiddenMarker, onHidden);
  }

  /** Whether the submission was asked for a name and does not define it. */
  lacks(name: string): boolean {
    return this.#lacking.has(name);
  }

  /** The object behind the `with`. */
  object(): object {
    return new Proxy(Object.create(null), {
      has: (_, name) => typeof name === "string" && this.#has(name),
      get: (_, name) => this.#get(name),
      set: () => false,
    });
  }

  #has(name: string): boolean {
    if (this.#names.has(name)) {
      const value = this.#value(name);
      return value !== undefined || name in globalThis;
    }
    if (this.#values.has(name)) return true;
    // Node's own names must not be found behind the scope.
    return name in globalThis;
  }

  #get(name: string | symbol): unknown {
    if (typeof name === "symbol") return undefined;
    if (this.#names.has(name)) {
      const value = this.#value(name);
      if (value === undefined) throw new ReferenceError(`${name} is not defined`);
      return value;
    }
    if (this.#values.has(name)) return this.#values.get(name);
    if (languageNames.has(name)) return (globalThis as Record<string, unknown>)[name];
    throw new ReferenceError(`${name} is not defined`);
  }

  /**
   * Functions are asked for once. Data may have changed when the submission ran since, and is asked for again then; as
   * long as it has not run, a name has one value, whatever a getter of the submission's would say the second time.
   */
  #value(name: string): unknown {
    if (this.#functions.has(name)) return this.#functions.get(name);
    if (this.#calls !== this.#questions.calls) this.#data.clear();
    this.#calls = this.#questions.calls;
    const value = this.#data.has(name) ? this.#data.get(name) : this.#read(name);
    this.#data.set(name, value);
    if (value === undefined) this.#lacking.add(name);
    if (typeof value !== "function") return value;
    const standIn = standInFor(name, value, { questions: this.#questions, transcript: this.#transcript });
    this.#functions.set(name, standIn);
    return standIn;
  }

  #read(name: string): unknown {
    return this.#transcript.read(name, () => this.#questions.read(name));
  }
}
