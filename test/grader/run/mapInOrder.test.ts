import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { mapInOrder } from "../../../src/grader/run/mapInOrder.ts";

const collect = async <Result>(results: AsyncIterable<Result>) => {
  const all: Result[] = [];
  for await (const result of results) all.push(result);
  return all;
};

describe("mapInOrder", () => {
  test("mapInOrder gives results in the order of the items, however long each takes", async () => {
    const delays = [30, 1, 20, 0, 10, 5];
    const lanes = new Set<number>();
    let [running, most] = [0, 0];
    const work = async (delay: number, lane: number) => {
      lanes.add(lane);
      most = Math.max(most, ++running);
      await sleep(delay);
      running--;
      return delay;
    };
    expect(await collect(mapInOrder(delays, 3, work))).toEqual(delays);
    expect([most, lanes]).toEqual([3, new Set([0, 1, 2])]);
  });

  test("mapInOrder gives the first result while others are under way", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const results = mapInOrder([0, 1], 2, async (item) => {
      if (item === 1) await held;
      return item;
    });
    expect(await results.next()).toEqual({ value: 0, done: false });
    release();
    expect(await collect(results)).toEqual([1]);
  });

  test("mapInOrder asks for an item only when a lane is free", async () => {
    let asked = 0;
    async function* items() {
      for (; asked < 1000; ) yield asked++;
    }
    const results = mapInOrder(items(), 2, async (item) => item);
    await results.next();
    await results.return();
    expect(asked).toBeLessThan(50);
  });

  test("mapInOrder begins nothing after it was aborted, and waits for what is under way", async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    let ended = 0;
    const work = async (item: number) => {
      begun.push(item);
      if (item === 1) stop.abort();
      await sleep(5);
      return ended++;
    };
    await collect(mapInOrder([0, 1, 2, 3, 4, 5], 2, work, stop.signal));
    expect(begun).toEqual([0, 1]);
    expect(ended).toBe(2);
  });

  test("mapInOrder passes on what the work or the list throws", async () => {
    const failing = mapInOrder([1, 2, 3], 2, async (item) => {
      if (item === 2) throw new Error("two");
      return item;
    });
    await expect(collect(failing)).rejects.toThrow("two");
    async function* broken() {
      yield 1;
      throw new Error("unreadable");
    }
    await expect(collect(mapInOrder(broken(), 2, async (item) => item))).rejects.toThrow("unreadable");
    expect(await collect(mapInOrder([], 2, async (item) => item))).toEqual([]);
  });
});
