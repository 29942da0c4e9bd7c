import * as init_utils from "init_utils";
import * as public_tests from "public_tests";
import seedrandom from "seedrandom";
import { pickImports } from "../../cells/run/index.js";
import { create, defineProperty, getOwnPropertyDescriptor } from "../values/primordials.js";

type Namespace = Readonly<Record<string, unknown>>;

/** What the bundle holds. As in the kernel there is only one TensorFlow.js, that of init_utils. */
const bundled: readonly (readonly [name: string, namespace: Namespace])[] = [
  ["init_utils", { ...init_utils }],
  ["public_tests", { ...public_tests }],
  ["seedrandom", { default: seedrandom }],
  ["@tensorflow/tfjs", { ...init_utils.tf, default: init_utils.tf }],
  ["@tensorflow/tfjs-core", { ...init_utils.tf, default: init_utils.tf }],
];

/** The packages that a submission may import. */
export class Packages {
  readonly #allowed = create(null) as Record<string, Namespace>;
  readonly #names: string;

  constructor(names: readonly string[]) {
    for (const [name, namespace] of bundled)
      if (names.includes(name)) defineProperty(this.#allowed, name, { value: namespace });
    this.#names = names.join(", ");
  }

  /** @throws Error naming the packages that there are */
  namespace(specifier: unknown): Namespace {
    const name = typeof specifier === "string" ? specifier : `${specifier}`;
    const found = getOwnPropertyDescriptor(this.#allowed, name);
    if (found !== undefined) return found.value as Namespace;
    throw new Error(`Cannot import "${name}": this assignment allows only ${this.#names}`);
  }

  /** Some of the names of a package, for an import declaration. */
  pick(specifier: string, names?: readonly string[]): Namespace {
    return pickImports(this.namespace(specifier), names);
  }
}
