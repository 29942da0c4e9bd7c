import { log } from "./log.js";
import type { RandomSource } from "./sourceFromSeed.js";

/**
 * A stream of random numbers: a source of bits, and the second of two normal numbers until it is asked for.
 *
 * Named after NumPy's class of the same purpose, whose order of draws it keeps.
 *
 * @see https://numpy.org/doc/1.24/reference/random/legacy.html
 */
export class RandomState {
  #source: RandomSource;
  #nextGauss: number | undefined;

  constructor(source: RandomSource) {
    this.#source = source;
  }

  /** Starts again from another source; a normal number that was kept is forgotten. */
  restart(source: RandomSource): void {
    this.#source = source;
    this.#nextGauss = undefined;
  }

  /** A number of at least 0 and below 1. */
  double(): number {
    return this.#source.double();
  }

  /** A whole number from 0 to `max` (at most 2^32 - 1): masked words until one is not too large. */
  interval(max: number): number {
    if (max === 0) return 0;
    const mask = -1 >>> Math.clz32(max);
    for (;;) {
      const value = (this.#source.uint32() & mask) >>> 0;
      if (value <= max) return value;
    }
  }

  /**
   * A standard normal number, by Marsaglia's polar method: a point within the unit circle gives two numbers. The one
   * of the second coordinate is returned first, the other is kept for the next call, as in NumPy.
   *
   * @see G. Marsaglia, T. A. Bray: A convenient method for generating normal variables. SIAM Review 6 (1964)
   */
  gauss(): number {
    const kept = this.#nextGauss;
    if (kept !== undefined) {
      this.#nextGauss = undefined;
      return kept;
    }
    let x1: number, x2: number, squared: number;
    do {
      x1 = 2 * this.double() - 1;
      x2 = 2 * this.double() - 1;
      squared = x1 * x1 + x2 * x2;
    } while (squared >= 1 || squared === 0);
    const factor = Math.sqrt((-2 * log(squared)) / squared);
    this.#nextGauss = factor * x1;
    return factor * x2;
  }
}
