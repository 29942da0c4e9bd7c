import type { Random } from "../random/random.js";

/** Points row by row (x, y, x, y, …), and for each point 0 (outer circle) or 1 (inner circle). */
export interface Circles {
  readonly X: Float64Array;
  readonly y: Int32Array;
}

/** What the points are like; see `make_circles`. */
export interface CirclesSettings {
  /** How many points there are on each circle. */
  readonly outer: number;
  readonly inner: number;
  readonly factor: number;
  readonly noise: number | null;
  readonly shuffle: boolean;
}

/** Puts points on two circles around the origin, then shuffles them, then moves each a little. */
export function circles(settings: CirclesSettings, random: Pick<Random, "shuffle" | "normal">): Circles {
  const { outer, inner, factor, noise, shuffle } = settings;
  const points = [...onCircle(outer, 1), ...onCircle(inner, factor)];
  const order = points.map((_, i) => i);
  if (shuffle) random.shuffle(order);
  const X = Float64Array.from(order.flatMap((i) => points[i]!));
  if (noise !== null) for (let k = 0; k < X.length; k++) X[k]! += random.normal(0, noise);
  return { X, y: Int32Array.from(order, (i) => (i < outer ? 0 : 1)) };
}

/** `count` points at equal distances, from the right counterclockwise. */
function onCircle(count: number, radius: number): [x: number, y: number][] {
  const step = (2 * Math.PI) / count;
  return Array.from({ length: count }, (_, i) => [Math.cos(i * step) * radius, Math.sin(i * step) * radius]);
}
