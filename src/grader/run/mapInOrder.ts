/**
 * Does something with each item, several at a time, and gives what came of it in the order of the items.
 *
 * @param lanes how many at a time; `work` is told which lane it is on, from 0, and has that lane to itself
 * @param signal once aborted, no item is begun any more; what is under way is waited for
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  lanes: number,
  work: (item: Item, lane: number) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const source = new Source(items, signal);
  const results = new OrderedResults<Result>();
  const runLane = async (lane: number): Promise<void> => {
    for (let taken = await source.take(); taken !== undefined; taken = await source.take()) {
      results.set(taken.index, await work(taken.item, lane));
    }
  };
  const running = Array.from({ length: lanes }, (_, lane) => runLane(lane));
  Promise.all(running).then(
    () => results.end(),
    (error: unknown) => results.end({ error }),
  );
  try {
    yield* results;
  } finally {
    await source.close();
    await Promise.allSettled(running);
  }
}

/** Gives items one at a time, with their positions: what is read from a disk cannot be asked twice at once. */
class Source<Item> {
  readonly #iterator: AsyncIterator<Item> | Iterator<Item>;
  readonly #signal: AbortSignal | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;
  #closed = false;

  constructor(items: AsyncIterable<Item> | Iterable<Item>, signal?: AbortSignal) {
    this.#iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
    this.#signal = signal;
  }

  take(): Promise<{ readonly item: Item; readonly index: number } | undefined> {
    const taken = this.#last.then(async () => {
      if (this.#closed || this.#signal?.aborted) return undefined;
      const { value, done } = await this.#iterator.next();
      return done ? undefined : { item: value, index: this.#count++ };
    });
    this.#last = taken.catch(() => {});
    return taken;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#iterator.return?.();
  }
}

class OrderedResults<Result> {
  readonly #done = new Map<number, Result>();
  #ended: { readonly failure?: { readonly error: unknown } } | undefined;
  #wake = (): void => {};

  set(index: number, result: Result): void {
    this.#done.set(index, result);
    this.#wake();
  }

  end(failure?: { readonly error: unknown }): void {
    this.#ended = failure === undefined ? {} : { failure };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Result, void, undefined> {
    for (let index = 0; ; ) {
      if (this.#ended?.failure !== undefined) throw this.#ended.failure.error;
      if (this.#done.has(index)) {
        const result = this.#done.get(index) as Result;
        this.#done.delete(index++);
        yield result;
      } else if (this.#ended !== undefined) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
