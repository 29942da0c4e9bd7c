import { random } from "init_utils";

export type Distribution = "randn" | "rand";

/** Draws numbers one by one, from the start of a seed's stream, and again from there. */
export interface Stream {
  draw(): number;
  restart(): void;
}

/**
 * Starts the stream of NumPy's random numbers that belongs to a seed.
 *
 * It is the stream of `random` itself that is started: whoever uses this ends with `forgetStreams`.
 *
 * @example
 * startStream(3, "randn").draw(); // 1.7886284734303186
 */
export function startStream(seed: number | string, distribution: Distribution): Stream {
  random.seed(seed);
  return { draw: () => random[distribution](), restart: () => random.seed(seed) };
}

/** Leaves `random` as if nobody had seeded it, so that no answer is right by a seed of the checker's. */
export function forgetStreams(): void {
  random.seed();
}
