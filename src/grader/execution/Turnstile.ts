/**
 * Lets several in at a time, or one alone: who wants to be alone waits until those inside have left, and whoever
 * comes meanwhile waits until that one has left, too.
 */
export class Turnstile {
  #inside = 0;
  #alone = false;
  readonly #waitingAlone: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  async together<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#alone || this.#waitingAlone.length > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#inside++;
    try {
      return await work();
    } finally {
      this.#inside--;
      this.#next();
    }
  }

  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#alone || this.#inside > 0) {
      await new Promise<void>((resolve) => this.#waitingAlone.push(resolve));
    }
    this.#alone = true;
    try {
      return await work();
    } finally {
      this.#alone = false;
      this.#next();
    }
  }

  #next(): void {
    if (this.#alone || this.#inside > 0) return;
    const first = this.#waitingAlone.shift();
    if (first !== undefined) {
      // Taken at once: nobody may slip in before the one who waited goes on.
      this.#alone = true;
      first();
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const enter of waiting) enter();
  }
}
