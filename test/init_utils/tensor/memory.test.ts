import { execFileSync } from "node:child_process";
import { tf } from "init_utils";
import { describe, expect, test } from "vitest";

describe("tf.tidy", () => {
  test("tf.tidy frees what was made inside and keeps what is returned or kept", () => {
    const made: Record<string, tf.Tensor> = {};
    const result = tf.tidy(() => {
      made.lost = tf.zeros([2]);
      made.kept = tf.keep(tf.ones([2]));
      return { inside: [made.lost.add(1)] };
    });
    expect([made.lost!.isDisposed, made.kept!.isDisposed, result.inside[0]!.arraySync()]).toEqual([
      true,
      false,
      [1, 1],
    ]);
  });

  test("tf.tidy frees what was made when the function throws, and passes the error on", () => {
    let made: tf.Tensor | undefined;
    const fail = (): never => {
      made = tf.zeros([2]);
      throw new RangeError("on purpose");
    };
    expect(() => tf.tidy(fail)).toThrow("on purpose");
    expect(made!.isDisposed).toBe(true);
  });

  test("tf.tidy takes a name before the function", () => {
    expect(tf.tidy("step", () => 3)).toBe(3);
  });
});

describe("tf.dispose", () => {
  test("tf.dispose frees all tensors in a container", () => {
    const [a, b] = [tf.scalar(1), tf.scalar(2)];
    tf.dispose({ a, more: [b] });
    expect([a.isDisposed, b.isDisposed]).toEqual([true, true]);
    expect(() => a.dataSync()).toThrow();
  });
});

describe("tf.memory", () => {
  test("tf.memory counts eight bytes for a double, four for a whole number, one for a boolean", () => {
    const bytes = (make: () => tf.Tensor): number =>
      tf.tidy(() => {
        const before = tf.memory();
        make();
        const after = tf.memory();
        expect(after.numTensors - before.numTensors).toBe(1);
        return after.numBytes - before.numBytes;
      });
    expect([
      bytes(() => tf.zeros([10])),
      bytes(() => tf.zeros([10], "int32")),
      bytes(() => tf.zeros([10], "bool")),
    ]).toEqual([80, 40, 10]);
  });
});

describe("tensors that nothing refers to", () => {
  test("tensors go away by themselves: 15,000 steps of 30 tensors leave less than 10 MB behind", () => {
    const script = `
      const { tf } = await import("init_utils");
      const size = () => { gc(); const { heapUsed, arrayBuffers, external } = process.memoryUsage(); return heapUsed + arrayBuffers + external; };
      function step() {
        let x = tf.ones([5, 5]);
        for (let i = 0; i < 14; i++) x = tf.mul(tf.add(x, 1), 0.5);
        return x.sum();
      }
      for (let i = 0; i < 100; i++) step();
      const before = size();
      for (let i = 0; i < 15_000; i++) step();
      // What is gone is told of in tasks, which may take their time.
      for (let round = 0; round < 20 && size() - before > 5e6; round++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      console.log((size() - before) / 1e6);`;
    const output = execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", script], {
      encoding: "utf8",
      cwd: import.meta.dirname,
    });
    expect(Number(output)).toBeLessThan(10);
  });
}, 120_000);
