import { apply } from "../values/primordials.js";
import { put } from "./putGlobal.js";

interface Mark {
  readonly startTime?: unknown;
  readonly detail?: unknown;
}

interface Measure {
  readonly start?: unknown;
  readonly end?: unknown;
  readonly duration?: unknown;
  readonly detail?: unknown;
}

interface Performance {
  now(): number;
  mark(name: unknown, options: Mark): unknown;
  measure(name: unknown, options: Measure): unknown;
}

/**
 * Makes performance tell the time of a clock that stands still while code runs.
 *
 * @param elapsed milliseconds since the guest's start
 * @param origin when that was, in milliseconds since 1970
 */
export function installPerformance(elapsed: () => number, origin: number): void {
  const { performance } = globalThis as unknown as { performance: Performance };
  const { mark, measure } = performance;
  const now = (): number => elapsed();
  // Where they are found by way of the prototype, too.
  const prototype = Object.getPrototypeOf(performance) as object;
  for (const owner of [performance, prototype]) {
    put(owner, "now", now);
    put(owner, "timeOrigin", origin);
    put(owner, "mark", (name: unknown, { startTime = elapsed(), detail }: Mark = {}) =>
      apply(mark, performance, [name, { startTime, detail }]),
    );
    put(owner, "measure", (name: unknown, first?: unknown, second?: unknown) =>
      apply(measure, performance, [name, measured(first, second, elapsed)]),
    );
  }
}

/** What a measure is of, with an end where none is said, which would be the machine's now. */
function measured(first: unknown, second: unknown, elapsed: () => number): Measure {
  const isMeasure = typeof first === "object" && first !== null;
  const { start, end, duration, detail }: Measure = isMeasure ? first : { start: first, end: second };
  const isEnded = end !== undefined || (start !== undefined && duration !== undefined);
  return {
    ...(start !== undefined && { start }),
    ...(duration !== undefined && { duration }),
    ...(isEnded ? end !== undefined && { end } : { end: elapsed() }),
    ...(detail !== undefined && { detail }),
  };
}
