import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Turnstile } from "../../../src/grader/execution/Turnstile.ts";

describe("Turnstile", () => {
  test("alone lets nobody else in, and together lets many", async () => {
    const turnstile = new Turnstile();
    let [together, alone, most] = [0, 0, 0];
    const crowd = async (delay: number) => {
      expect(alone).toBe(0);
      most = Math.max(most, ++together);
      await sleep(delay);
      together--;
    };
    const hermit = async (delay: number) => {
      expect([together, alone]).toEqual([0, 0]);
      alone++;
      await sleep(delay);
      alone--;
    };
    const runs = Array.from({ length: 60 }, (_, index) =>
      index % 7 === 3
        ? turnstile.together(() => crowd(1)).then(() => turnstile.alone(() => hermit(index % 3)))
        : turnstile.together(() => crowd(index % 5)),
    );
    await Promise.all(runs);
    expect(most).toBeGreaterThan(1);
  });

  test("alone and together go on after what they ran has thrown", async () => {
    const turnstile = new Turnstile();
    const fail = async () => {
      throw new Error("no");
    };
    await expect(turnstile.alone(fail)).rejects.toThrow("no");
    await expect(turnstile.together(fail)).rejects.toThrow("no");
    expect(await turnstile.alone(async () => 1)).toBe(1);
    expect(await turnstile.together(async () => 2)).toBe(2);
  });
});
