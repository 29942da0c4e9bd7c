import { createHook } from "node:async_hooks";

type Timer = NodeJS.Timeout & { readonly _destroyed?: boolean };

/** Timers noted before looking which of them are over. */
const noted = 1000;

/**
 * The timers of the cell that runs. A loop that waits for a timer, again and again, is stopped by taking the timer
 * away: a promise cannot be stopped.
 */
export class CellTimers {
  readonly #isOwn: () => boolean;
  #timers = new Set<Timer>();

  /** `isOwn` says whether what runs now belongs to the cell that runs. */
  constructor(isOwn: () => boolean) {
    this.#isOwn = isOwn;
    createHook({
      init: (_id, type, _trigger, resource) => {
        if ((type === "Timeout" || type === "Immediate") && this.#isOwn()) this.#note(resource as Timer);
      },
    }).enable();
  }

  #note(timer: Timer): void {
    if (this.#timers.size > noted) {
      this.#timers = new Set([...this.#timers].filter(({ _destroyed }) => _destroyed !== true));
    }
    this.#timers.add(timer);
  }

  clear(): void {
    for (const timer of this.#timers) {
      if ("refresh" in timer) clearTimeout(timer);
      else clearImmediate(timer as unknown as NodeJS.Immediate);
    }
    this.forget();
  }

  forget(): void {
    this.#timers.clear();
  }
}
