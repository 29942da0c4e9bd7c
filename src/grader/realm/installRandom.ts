import seedrandom from "seedrandom";
import { installCrypto } from "./installCrypto.js";
import { put } from "./putGlobal.js";

/** Makes everything that is drawn without a seed of its own come from this one. */
export function installRandom(seed: string): void {
  const source = seedrandom(seed);
  const next = (): number => source();
  put(Math, "random", () => next());
  installCrypto(next);
}
