import { apply } from "../values/primordials.js";
import { put, putGlobal } from "./putGlobal.js";

type Callback = (...values: unknown[]) => unknown;

interface Waiting {
  readonly timer: Timer;
  readonly due: number;
  readonly callback: Callback;
  readonly values: unknown[];
  /** Of an interval; 0 otherwise. */
  readonly period: number;
  next: Waiting | undefined;
}

/** What setTimeout returns, as Node's do. */
class Timer {
  readonly #id: number;
  constructor(id: number) {
    this.#id = id;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
  static is(value: unknown): value is Timer {
    return typeof value === "object" && value !== null && #id in value;
  }
  static id(timer: Timer): number {
    return timer.#id;
  }
}

const isTimer = Timer.is;
const idOf = Timer.id;

/**
 * Timers of a clock that stands still while code runs and jumps to the next timer when nothing else is left to do:
 * a cell that waits a minute takes no time, and timers fire in the same order everywhere.
 */
export class Timers {
  /** Milliseconds since the start. */
  now = 0;
  #first: Waiting | undefined;
  #count = 0;

  /** Runs the next timer, if one is due by then. */
  runNext(until: number): boolean {
    const first = this.#first;
    if (first === undefined || first.due > until) return false;
    this.#first = first.next;
    if (first.due > this.now) this.now = first.due;
    const { timer, callback, values, period } = first;
    if (period > 0)
      this.#insert({ timer, due: this.now + period, callback, values, period, next: undefined });
    try {
      apply(callback, timer, values);
    } catch {
      // As in the kernel, it ends nothing.
    }
    return true;
  }

  add(callback: Callback, delay: unknown, values: unknown[], repeats: boolean): Timer {
    if (typeof callback !== "function")
      throw new TypeError(`setTimeout: the first argument must be a function, but it is ${typeof callback}`);
    const ms = +(delay as number);
    const period = ms >= 1 && ms < 2 ** 31 ? ms - (ms % 1) : 1;
    const timer = new Timer(++this.#count);
    const due = this.now + period;
    this.#insert({ timer, due, callback, values, period: repeats ? period : 0, next: undefined });
    return timer;
  }

  remove(timer: unknown): void {
    if (timer === undefined || timer === null || typeof timer === "symbol") return;
    const id = isTimer(timer) ? idOf(timer) : typeof timer === "object" ? 0 : +(timer as number);
    let before: Waiting | undefined;
    for (let at = this.#first; at !== undefined; before = at, at = at.next) {
      if (idOf(at.timer) !== id) continue;
      if (before === undefined) this.#first = at.next;
      else before.next = at.next;
      return;
    }
  }

  #insert(waiting: Waiting): void {
    let before: Waiting | undefined;
    let at = this.#first;
    for (; at !== undefined && at.due <= waiting.due; at = at.next) before = at;
    waiting.next = at;
    if (before === undefined) this.#first = waiting;
    else before.next = waiting;
  }
}

/** Makes these the global timers. */
export function installTimers(timers: Timers): void {
  const clear = (timer?: unknown): void => timers.remove(timer);
  const globals = {
    setTimeout: (callback: Callback, ms?: unknown, ...values: unknown[]) =>
      timers.add(callback, ms, values, false),
    setInterval: (callback: Callback, ms?: unknown, ...values: unknown[]) =>
      timers.add(callback, ms, values, true),
    setImmediate: (callback: Callback, ...values: unknown[]) => timers.add(callback, 0, values, false),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };
  for (const [name, value] of Object.entries(globals)) putGlobal(name, value);
  put(AbortSignal, "timeout", (ms: unknown) => abortAfter(timers, ms));
}

/** The platform's own takes real time. */
function abortAfter(timers: Timers, ms: unknown): unknown {
  const controller = new AbortController();
  const reason = new DOMException("The operation was aborted due to timeout", "TimeoutError");
  timers.add(() => controller.abort(reason), ms, [], false);
  return controller.signal;
}

declare class AbortController {
  readonly signal: unknown;
  abort(reason: unknown): void;
}
declare class DOMException {
  constructor(message: string, name: string);
}
declare const AbortSignal: object;
