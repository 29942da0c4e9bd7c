import { describe } from "../arguments/describe.js";
import { expectNumber, finite, type NumberCondition, positiveInteger } from "../arguments/expectNumber.js";
import { expectOptions } from "../arguments/expectOptions.js";
import { createRandom, type Random, random } from "../random/random.js";
import { seedCondition } from "../random/sourceFromSeed.js";
import { type Tensor1D, type Tensor2D, tensor1d, tensor2d } from "../tf/index.js";
import { circles } from "./circles.js";

/** How the points of `make_circles` are made. */
export interface CirclesOptions {
  /** The standard deviation of the normal noise that is added to each coordinate; without it (null) there is none. */
  readonly noise?: number | null | undefined;
  /** The radius of the inner circle, 0 ≤ factor < 1; the outer one's is 1. 0.8 unless given. */
  readonly factor?: number | undefined;
  /** The seed of the points, or a stream of random numbers to draw from. Without it, `random` is drawn from. */
  readonly random_state?: number | Random | null | undefined;
  /** Whether the points come in random order (the default) or the outer circle before the inner one. */
  readonly shuffle?: boolean | undefined;
}

const optionNames = ["noise", "factor", "random_state", "shuffle"];

const noiseCondition: NumberCondition = {
  expected: "a finite number of at least 0, or null",
  accepts: (value) => finite.accepts(value) && value >= 0,
};

const stateCondition: NumberCondition = {
  expected: "a whole number from 0 to 4294967295 (2^32 - 1), a stream like `random`, or null",
  accepts: seedCondition.accepts,
};

const factorCondition: NumberCondition = {
  expected: "a number of at least 0 and below 1",
  accepts: (value) => value >= 0 && value < 1,
};

/**
 * Makes points on a large circle and on a small one within it: two classes that no straight line separates.
 *
 * The same numbers as scikit-learn's function of this name. Of an odd number of points, the inner circle has one more.
 *
 * @param n_samples the number of points, at least 1
 * @returns `[X, y]`: X of shape (n_samples, 2), the coordinates; y of shape (n_samples,), 0 for the outer and 1 for
 * the inner circle
 * @throws TypeError when an argument has the wrong type or an option is unknown, RangeError when a number is out of
 * its range.
 * @example
 * const [X, y] = make_circles(4, { factor: 0.5, shuffle: false });
 * str(y); // [0 0 1 1]
 * str(X.shape); // [4 2]
 * @see https://scikit-learn.org/1.2/modules/generated/sklearn.datasets.make_circles.html
 */
export function make_circles(
  n_samples: number = 100,
  options: CirclesOptions = {},
): [X: Tensor2D, y: Tensor1D] {
  const n = expectNumber("make_circles", "n_samples", n_samples, positiveInteger);
  const {
    noise = null,
    factor = 0.8,
    random_state,
    shuffle = true,
  } = expectOptions("make_circles", options, optionNames);
  const outer = Math.floor(n / 2);
  const settings = {
    outer,
    inner: n - outer,
    factor: expectNumber("make_circles", "factor", factor, factorCondition),
    noise: noise === null ? null : expectNumber("make_circles", "noise", noise, noiseCondition),
    shuffle: expectBoolean("shuffle", shuffle),
  };
  const { X, y } = circles(settings, randomFrom(random_state));
  return [tensor2d(X, [n, 2]), tensor1d(y, "int32")];
}

function randomFrom(state: CirclesOptions["random_state"]): Pick<Random, "shuffle" | "normal"> {
  if (state === undefined || state === null) return random;
  if (typeof state === "number") {
    return createRandom(expectNumber("make_circles", "random_state", state, stateCondition));
  }
  if (typeof state.shuffle === "function" && typeof state.normal === "function") return state;
  throw new TypeError(
    `make_circles: random_state must be ${stateCondition.expected}, but it is ${describe(state)}`,
  );
}

function expectBoolean(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`make_circles: ${name} must be true or false, but it is ${describe(value)}`);
}
