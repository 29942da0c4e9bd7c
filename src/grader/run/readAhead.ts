import { setImmediate as turn } from "node:timers/promises";

/** So many are found before others have their turn. */
const atATime = 50;

/**
 * Asks for items before they are needed, so that it is soon known how many there are.
 *
 * @param told is given their number once the last one has been found
 */
export async function* readAhead<Item>(
  items: AsyncIterable<Item>,
  told: (count: number) => void,
): AsyncGenerator<Item, void, undefined> {
  const found: Item[] = [];
  let [isDone, isLeft] = [false, false];
  let wake = (): void => {};
  const reading = (async () => {
    let count = 0;
    for await (const item of items) {
      if (isLeft) return;
      found.push(item);
      wake();
      if (++count % atATime === 0) await turn();
    }
    told(count);
  })().finally(() => {
    isDone = true;
    wake();
  });
  // Thrown again where it is waited for.
  reading.catch(() => {});
  try {
    while (!isDone || found.length > 0) {
      const item = found.shift();
      if (item !== undefined) yield item;
      else if (!isDone) await new Promise<void>((resolve) => (wake = resolve));
    }
    await reading;
  } finally {
    isLeft = true;
    await reading.catch(() => {});
  }
}
