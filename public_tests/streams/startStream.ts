import { createRandom } from "init_utils";

export type Distribution = "randn" | "rand";

/** Draws numbers one by one, from the start of a seed's stream, and again from there. */
export interface Stream {
  draw(): number;
  restart(): void;
}

/**
 * Starts the stream of NumPy's random numbers that belongs to a seed; `random` itself is left as it is.
 *
 * @example
 * startStream(3, "randn").draw(); // 1.7886284734303186
 */
export function startStream(seed: number | string, distribution: Distribution): Stream {
  const stream = createRandom(seed);
  return { draw: () => stream[distribution](), restart: () => stream.seed(seed) };
}
