import { native } from "../channel/native.js";
import type { CellContext } from "../engine/CellContext.js";

type Fetch = typeof fetch;

/** So many requests of a cell are kept in mind, for the bodies that are still being read. */
const mostRequests = 1000;

/**
 * The requests of each cell. A loop that waits for one answer after the other is stopped as one that waits for timers
 * is: the request is given up, and what waits for it never goes on.
 */
export class CellFetch {
  readonly #context: CellContext;
  readonly #requests = new native.Map<number, Set<AbortController>>();

  constructor(context: CellContext) {
    this.#context = context;
    context.onStop((cell) => {
      for (const request of this.#requests.get(cell) ?? []) request.abort();
      this.#requests.delete(cell);
    });
  }

  /** Takes the place of Node's own function. */
  install(): void {
    const original = globalThis.fetch;
    const own: Fetch = (resource, options) => {
      const cell = this.#context.certainCell;
      if (cell === 0) return original(resource, options);
      if (this.#context.isStopped(cell)) return new native.Promise(() => undefined);
      const request = this.#add(cell);
      const signal = options?.signal ?? (resource as { readonly signal?: AbortSignal }).signal;
      if (signal?.aborted) request.abort(signal.reason);
      signal?.addEventListener("abort", () => request.abort(signal.reason), { once: true });
      // Options may be of a class, with properties that are not its own.
      const changed = native.Object.create(options ?? null, { signal: { value: request.signal } }) as object;
      const isStopped = (): boolean => this.#context.isStopped(cell);
      return new native.Promise((resolve, reject) => {
        original(resource, changed).then(
          (response) => isStopped() || resolve(response),
          (error) => isStopped() || reject(error),
        );
      });
    };
    native.Object.defineProperty(own, "name", { value: "fetch" });
    globalThis.fetch = own;
  }

  #add(cell: number): AbortController {
    const requests = this.#requests.get(cell) ?? new native.Set();
    this.#requests.set(cell, requests);
    const request = new native.AbortController();
    requests.add(request);
    const [oldest] = requests;
    if (requests.size > mostRequests && oldest !== undefined) requests.delete(oldest);
    return request;
  }
}
