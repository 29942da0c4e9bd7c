import type { GradeEvents } from "../run/GradeRequest.js";

/** Counts what is done, and tells it. */
export class ProgressCounter {
  readonly #events: Pick<GradeEvents, "onProgress">;
  #done = 0;
  #reused = 0;
  #total: number | undefined;

  constructor(events: Pick<GradeEvents, "onProgress">) {
    this.#events = events;
  }

  know(total: number): void {
    this.#total = total;
    this.#tell();
  }

  count({ isReused }: { readonly isReused: boolean }): void {
    this.#done++;
    if (isReused) this.#reused++;
    this.#tell();
  }

  #tell(): void {
    const [done, reused, total] = [this.#done, this.#reused, this.#total];
    this.#events.onProgress({ done, reused, ...(total !== undefined && { total }) });
  }
}
