import type { Tensor, Tensor1D, Tensor2D } from "../tf/index.js";
import { normal } from "./normal.js";
import { permutation } from "./permutation.js";
import { RandomState } from "./RandomState.js";
import { rand } from "./rand.js";
import { randint } from "./randint.js";
import { randn } from "./randn.js";
import type { Size } from "./sample.js";
import { shuffle, type TypedArray } from "./shuffle.js";
import { sourceFromSeed } from "./sourceFromSeed.js";
import { uniform } from "./uniform.js";

/** Bounds and size of `random.uniform`, by name. */
export interface UniformOptions {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly size?: Size | null | undefined;
}

/** Mean, standard deviation and size of `random.normal`, by name. */
export interface NormalOptions {
  readonly loc?: number | undefined;
  readonly scale?: number | undefined;
  readonly size?: Size | null | undefined;
}

/** Bounds and size of `random.randint`, by name. */
export interface RandintOptions {
  readonly low: number;
  readonly high?: number | null | undefined;
  readonly size?: Size | null | undefined;
}

/**
 * Random numbers with the functions, arguments and streams of NumPy's `np.random`.
 *
 * Without a size a function returns one number, with a size a tensor; a size is a whole number or an array of them.
 *
 * @see https://numpy.org/doc/1.24/reference/random/legacy.html
 */
export interface Random {
  /**
   * Starts the stream again, so that the numbers after it are always the same.
   *
   * A whole number from 0 to 2^32 - 1 gives the numbers of `np.random.seed`; a string, for streams of one's own,
   * starts the generator of the package seedrandom; without a seed the system's entropy decides.
   *
   * @param seed a whole number, a string, or nothing; not an array of any shape
   * @throws TypeError when the seed is neither number nor string, RangeError when it is another number.
   * @example
   * random.seed(1);
   * random.rand(); // 0.417022004702574
   */
  seed(seed?: number | string | null): void;

  /**
   * Uniform numbers: 0 ≤ x < 1.
   *
   * @param shape the length of each axis of the result; none for a single number
   * @returns a number, or a float tensor of that shape
   * @throws TypeError or RangeError when a length is not a whole number of at least 0.
   * @example
   * random.seed(1);
   * str(random.rand(1, 2)); // [[0.417022   0.72032449]]
   */
  rand(): number;
  rand(length: number): Tensor1D;
  rand(rows: number, columns: number): Tensor2D;
  rand(...shape: number[]): Tensor;

  /**
   * Standard normal numbers: mean 0, standard deviation 1.
   *
   * @param shape the length of each axis of the result; none for a single number
   * @returns a number, or a float tensor of that shape
   * @throws TypeError or RangeError when a length is not a whole number of at least 0.
   * @example
   * random.seed(3);
   * str(random.randn(1, 2)); // [[1.78862847 0.43650985]]
   */
  randn(): number;
  randn(length: number): Tensor1D;
  randn(rows: number, columns: number): Tensor2D;
  randn(...shape: number[]): Tensor;

  /**
   * Whole numbers: low ≤ x < high, or 0 ≤ x < low when there is no high.
   *
   * @param low from -2^31 on
   * @param high up to 2^31, above low
   * @param size the shape of the result, a whole number or an array of them; none for a single number
   * @returns a number, or an int32 tensor of that size
   * @throws RangeError when there is no number between the bounds or a bound is not a whole number in this range,
   * TypeError when an argument is not a number.
   * @example
   * random.seed(0);
   * str(random.randint(0, 10, 5)); // [5 0 3 3 7]
   */
  randint(low: number, high?: number | null): number;
  randint(low: number, high: number | null, size: Size): Tensor;
  randint(options: RandintOptions & { readonly size: Size }): Tensor;
  randint(options: RandintOptions): number;

  /**
   * Uniform numbers: low ≤ x < high.
   *
   * @param low 0 unless given
   * @param high 1 unless given; not below low
   * @param size the shape of the result, a whole number or an array of them; none for a single number
   * @returns a number, or a float tensor of that size
   * @throws RangeError when high is below low or a bound is not finite, TypeError when an argument is not a number.
   * @example
   * random.seed(2);
   * str(random.uniform({ low: -2, high: 3, size: 3 })); // [ 0.17997451 -1.87036884  0.74831239]
   */
  uniform(low?: number, high?: number): number;
  uniform(low: number | undefined, high: number | undefined, size: Size): Tensor;
  uniform(options: UniformOptions & { readonly size: Size }): Tensor;
  uniform(options: UniformOptions): number;

  /**
   * Normal numbers: loc + scale · (a standard normal number).
   *
   * @param loc the mean, 0 unless given
   * @param scale the standard deviation, 1 unless given; not negative
   * @param size the shape of the result, a whole number or an array of them; none for a single number
   * @returns a number, or a float tensor of that size
   * @throws RangeError when scale is negative or a number not finite, TypeError when an argument is not a number.
   * @example
   * random.seed(3);
   * str(random.normal({ scale: 0.05, size: 2 })); // [0.08943142 0.02182549]
   */
  normal(loc?: number, scale?: number): number;
  normal(loc: number | undefined, scale: number | undefined, size: Size): Tensor;
  normal(options: NormalOptions & { readonly size: Size }): Tensor;
  normal(options: NormalOptions): number;

  /**
   * A shuffled copy; of a nested array or of a tensor with several axes, the rows are shuffled and stay whole.
   *
   * @param x an array, a tensor, or a whole number n for the numbers from 0 to n - 1
   * @returns an array for an array, a tensor for a tensor, an int32 tensor for a number
   * @throws TypeError or RangeError when x is none of these, negative, or a tensor of a single number.
   * @example
   * random.seed(0);
   * str(random.permutation(5)); // [2 0 1 3 4]
   */
  permutation(x: number | Tensor): Tensor;
  permutation<A extends TypedArray>(x: A): A;
  permutation<T>(x: readonly T[]): T[];

  /**
   * Brings an array into random order, in place; the rows of a nested array stay whole.
   *
   * @throws TypeError when it is not an array; a tensor never changes, for it there is `permutation`.
   * @example
   * const cards = [0, 1, 2, 3, 4];
   * random.seed(0);
   * random.shuffle(cards);
   * str(cards); // [2 0 1 3 4]
   */
  shuffle(array: unknown[] | TypedArray): void;
}

/**
 * Makes a stream of random numbers of its own, which nothing else draws from.
 *
 * @param seed a whole number from 0 to 2^32 - 1 as for `random.seed`; without it, every stream draws other numbers
 * @returns the functions of `random`, on a stream of its own; shapes are given as for `random`
 * @throws TypeError when the seed is neither number nor string, RangeError when it is another number.
 * @example
 * const own = createRandom(3);
 * str(own.randn(1, 2)); // [[1.78862847 0.43650985]]
 */
export function createRandom(seed?: number | string | null): Random {
  const state = new RandomState(sourceFromSeed("createRandom", seed));
  return {
    seed: (value?: number | string | null) => state.restart(sourceFromSeed("random.seed", value)),
    rand: (...shape: number[]) => rand(state, shape),
    randn: (...shape: number[]) => randn(state, shape),
    randint: (...given: unknown[]) => randint(state, given),
    uniform: (...given: unknown[]) => uniform(state, given),
    normal: (...given: unknown[]) => normal(state, given),
    permutation: (x: number | readonly unknown[] | Tensor) => permutation(state, x),
    shuffle: (array: unknown[] | TypedArray) => shuffle(state, array),
    // Whether a call gives a number or a tensor follows from its arguments, as the overloads of Random say.
  } as Random;
}

/**
 * NumPy's random numbers: the stream that the notebook draws from.
 *
 * Until it is seeded, every run draws other numbers.
 *
 * @example
 * random.seed(3);
 * str(random.randn(1, 2)); // [[1.78862847 0.43650985]]
 */
export const random: Random = createRandom();
