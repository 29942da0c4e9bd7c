import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { native } from "../channel/native.js";
import type { CellContext } from "./CellContext.js";

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...rest: unknown[]) => object;
type Wait = (ms?: number, value?: unknown, options?: { readonly signal?: unknown }) => Promise<unknown>;

/** So many timers are noted before it is looked which of them are over. */
const noted = 1000;

/**
 * The timers of each cell. A loop that waits for a timer, again and again, is stopped by taking the timer away: a
 * promise cannot be stopped.
 */
export class CellTimers {
  readonly #context: CellContext;
  readonly #timers = new Map<number, Set<object>>();

  constructor(context: CellContext) {
    this.#context = context;
    context.onStop((cell) => this.#clear(cell));
  }

  /** Takes the place of Node's own functions. */
  install(): void {
    const start = timers.setTimeout as unknown as Start;
    const wait = timersPromises.setTimeout as Wait;
    // What aborts a wait is Node's business; only that the wait belongs to a cell is ours.
    const ownWait: Wait = (ms, value, options) =>
      options === undefined
        ? new Promise((resolve) => void this.#start(start, resolve as Callback, [ms, value]))
        : wait(ms, value, options);
    timersPromises.setTimeout = ownWait as typeof timersPromises.setTimeout;
    for (const name of ["setTimeout", "setInterval", "setImmediate"] as const) {
      const own = this.#replace(
        timers[name] as unknown as Start,
        name === "setTimeout" ? ownWait : undefined,
      );
      native.Object.assign(timers, { [name]: own });
      native.Object.assign(globalThis, { [name]: own });
    }
    const { context, queue, tick } = {
      context: this.#context,
      queue: queueMicrotask,
      tick: native.process.nextTick,
    };
    globalThis.queueMicrotask = (callback) =>
      queue(typeof callback === "function" ? context.bind(callback) : callback);
    native.process.nextTick = (callback: Callback, ...args: unknown[]) =>
      tick.call(process, typeof callback === "function" ? context.bind(callback) : callback, ...args);
    syncBuiltinESMExports();
  }

  /** Takes away the timers of a cell that is interrupted, and whatever else it waits for. */
  clear(cell: number): void {
    this.#context.stop(cell);
  }

  #clear(cell: number): void {
    for (const timer of this.#timers.get(cell) ?? []) {
      native.clearTimeout(timer as NodeJS.Timeout);
      native.clearImmediate(timer as NodeJS.Immediate);
    }
    this.#timers.delete(cell);
  }

  #replace(original: Start, wait: Wait | undefined): Start {
    const own: Start = (callback, ...rest) => this.#start(original, callback, rest);
    const properties = native.Object.getOwnPropertyDescriptors(original);
    const changed = wait === undefined ? {} : { [promisify.custom]: { value: wait, configurable: true } };
    return native.Object.defineProperties(own, { ...properties, ...changed });
  }

  #start(original: Start, callback: Callback, rest: readonly unknown[]): object {
    if (typeof callback !== "function") return original(callback, ...rest);
    const own = this.#ownTimers();
    const timer = original(
      this.#context.bind(callback, () => {
        if (!isRepeated(timer)) own.delete(timer);
      }),
      ...rest,
    );
    if (this.#context.isStopped(this.#context.certainCell)) native.clearTimeout(timer as NodeJS.Timeout);
    else own.add(timer);
    return timer;
  }

  #ownTimers(): Set<object> {
    const { cell } = this.#context;
    const known = this.#timers.get(cell) ?? new native.Set();
    this.#timers.set(cell, known);
    if (known.size >= noted) {
      for (const timer of known)
        if ((timer as { readonly _destroyed?: boolean })._destroyed) known.delete(timer);
    }
    return known;
  }
}

function isRepeated(timer: object): boolean {
  return typeof (timer as { readonly _repeat?: unknown })._repeat === "number";
}
