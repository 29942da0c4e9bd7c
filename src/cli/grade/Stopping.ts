import { brokenPipe, stopWithoutReader } from "../terminal/brokenPipe.js";

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof signals;

/** Ends a run in good order when somebody asks for it, and at once when somebody asks again. */
export class Stopping {
  readonly #controller = new AbortController();
  readonly #atOnce: () => void;
  #exitCode: number | undefined;

  /** @param atOnce puts the terminal in order before the program ends at once */
  constructor(atOnce: () => void) {
    this.#atOnce = atOnce;
    for (const signal of Object.keys(signals)) process.on(signal, this.#onSignal);
    stopWithoutReader(() => this.#stop(brokenPipe));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What the program should end with; nothing when nobody asked it to stop. */
  get exitCode(): number | undefined {
    return this.#exitCode;
  }

  end(): void {
    for (const signal of Object.keys(signals)) process.off(signal, this.#onSignal);
  }

  readonly #onSignal = (signal: Signal): void => {
    if (this.#exitCode !== undefined) {
      this.#atOnce();
      process.exit(signals[signal]);
    }
    this.#stop(signals[signal]);
  };

  #stop(exitCode: number): void {
    this.#exitCode ??= exitCode;
    this.#controller.abort();
  }
}
