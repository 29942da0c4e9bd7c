import { promiseHooks } from "node:v8";
import { native } from "../channel/native.js";

/**
 * Which cell the running code belongs to, through promises and whatever is bound. `AsyncLocalStorage` would do the
 * same, but Node.js 20 and 22 abort when code under its hooks is cut off by an interrupt.
 */
export class CellContext {
  #current = 0;
  /** The cell that ran last: what is neither promise nor timer counts as its. */
  #last = 0;
  readonly #stopped = new native.Set<number>();
  readonly #onStop: ((cell: number) => void)[] = [];

  constructor() {
    // Bound once: this is called for every promise.
    promiseHooks.createHook({
      init: (promise) => {
        if (this.#current !== 0) new Owned(promise, this.#current);
      },
      before: (promise) => {
        this.#current = Owned.ownerOf(promise);
      },
      after: () => {
        this.#current = 0;
      },
    });
  }

  /** The cell that what runs now belongs to. */
  get cell(): number {
    return this.#current || this.#last;
  }

  /** Starts a cell. */
  enter(cell: number, run: () => void): void {
    this.#current = cell;
    this.#last = cell;
    run();
    this.#current = 0;
  }

  /** Runs what is no cell, as a client's message, for the number that its outputs carry. It must not throw. */
  visit(cell: number, run: () => void): void {
    this.#current = cell;
    run();
    this.#current = 0;
  }

  /** To be called when something was thrown, or cut off: nothing of a cell is on the stack any more. */
  leave(): void {
    this.#current = 0;
  }

  /** The same, but 0 where it is not known for certain. */
  get certainCell(): number {
    return this.#current;
  }

  /** Whether a cell was interrupted: it must not start anything new. */
  isStopped(cell: number): boolean {
    return this.#stopped.has(cell);
  }

  /** To be called when a cell is interrupted. */
  stop(cell: number): void {
    this.#stopped.add(cell);
    for (const call of this.#onStop) call(cell);
  }

  /** Adds what ends something of an interrupted cell. */
  onStop(call: (cell: number) => void): void {
    this.#onStop.push(call);
  }

  ownerOf(promise: Promise<unknown>): number {
    return Owned.ownerOf(promise) || this.#last;
  }

  /** The callback as one that runs for the cell that runs now. When it throws, the cell stays noted. */
  bind<A extends readonly unknown[], R>(callback: (...args: A) => R, onCall?: () => void): (...args: A) => R {
    const context = this;
    const { cell } = this;
    return function (this: unknown, ...args: A): R {
      const before = context.#current;
      context.#current = cell;
      onCall?.();
      const result = native.Reflect.apply(callback, this, args) as R;
      context.#current = before;
      return result;
    };
  }
}

/** Lets the constructor below add its private field to an object that is there already. */
class Given {
  constructor(given: object) {
    // biome-ignore lint/correctness/noConstructorReturn: `super(given)` is to give this object.
    return given;
  }
}

/** A private field on a promise: nobody sees it, and it costs less than a WeakMap. */
class Owned extends Given {
  readonly #cell: number;

  constructor(promise: object, cell: number) {
    super(promise);
    this.#cell = cell;
  }

  static ownerOf(promise: object): number {
    return #cell in promise ? promise.#cell : 0;
  }
}
