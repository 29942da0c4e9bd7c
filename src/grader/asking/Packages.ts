type Namespace = Readonly<Record<string, unknown>>;

/** The packages that tests import, loaded in the judge. */
export class Packages {
  readonly #loaded = new Map<string, Namespace>();

  /**
   * Loads what is not loaded yet.
   *
   * @returns the first that is not there or not allowed, as the end of a sentence about the test
   */
  async load(specifiers: readonly string[], allowed: readonly string[]): Promise<string | undefined> {
    for (const specifier of specifiers) {
      if (!allowed.includes(specifier))
        return `it imports ${specifier}, and this assignment allows only ${allowed.join(", ")}`;
      try {
        if (!this.#loaded.has(specifier)) this.#loaded.set(specifier, await load(specifier));
      } catch (error) {
        return `it imports ${specifier}, which cannot be loaded: ${(error as Error).message}`;
      }
    }
    return undefined;
  }

  find(specifier: string): Namespace | undefined {
    return this.#loaded.get(specifier);
  }
}

/** A second TensorFlow.js would round to single precision: the one of `init_utils` stands in for it, as in the kernel. */
async function load(specifier: string): Promise<Namespace> {
  const own = ownPackages.get(specifier);
  if (own !== undefined) return own();
  if (!/^@tensorflow\/tfjs(-core)?$/.test(specifier)) return import(specifier);
  const { tf } = await import("init_utils");
  return { ...tf, default: tf };
}

/** Named one by one, so that a bundle has them, and no second ones are loaded beside it. */
const ownPackages: ReadonlyMap<string, () => Promise<Namespace>> = new Map<string, () => Promise<Namespace>>([
  ["init_utils", () => import("init_utils")],
  ["init_utils/arguments", () => import("init_utils/arguments")],
  ["public_tests", () => import("public_tests")],
]);
