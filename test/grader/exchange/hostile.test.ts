import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { tf } from "init_utils";
import { readValue } from "public_tests";
import { describe, expect, test } from "vitest";
import { TooLarge } from "../../../src/grader/exchange/index.js";
import { sent, sides } from "./sides.js";

const fail = (): never => {
  throw new RangeError("no look");
};

describe("Exchange.encode", () => {
  test("makes getters that throw properties that throw the same, and reads the others", () => {
    const object = {
      b1: 1,
      get W1(): number {
        return fail();
      },
    };
    const arrived = sent(object) as typeof object;
    expect(Object.keys(arrived)).toEqual(["b1", "W1"]);
    expect(arrived.b1).toBe(1);
    expect(() => arrived.W1).toThrow("RangeError: no look");
  });

  test.each<[string, () => object]>([
    ["a proxy whose every trap throws", () => new Proxy({}, new Proxy({}, { get: fail }))],
    ["a revoked proxy", () => revoked({})],
    ["a revoked proxy of an array", () => revoked([])],
    ["an array that says it has no length", () => new Proxy([], { get: () => "none" })],
    [
      "a proxy with an endless chain of prototypes that throws at last",
      () => {
        let steps = 0;
        const endless: object = new Proxy(
          {},
          { getPrototypeOf: () => (steps++ > 1e4 ? fail() : endless), ownKeys: fail },
        );
        return endless;
      },
    ],
  ])("makes %s a value that cannot be read", (_, makeValue) => {
    expect(readValue(sent(makeValue())).kind).toBe("unreadable");
  });

  test.each<[string, object, string]>([
    ["a class by name, with its getters and without its methods", new Weights(), "Weights"],
    ["a class that nobody knows what is inside of", new WeakMap(), "WeakMap"],
    ["a string object", new String("x".repeat(10)), "String"],
    ["what pretends to be a map", Object.create(Map.prototype), "Map"],
    ["a buffer", new ArrayBuffer(8), "ArrayBuffer"],
  ])("sends %s", (_, value, name) => {
    const arrived = sent(value) as { constructor: { name: string } };
    expect(arrived.constructor.name).toBe(name);
    expect(arrived).not.toBeInstanceOf(value.constructor);
  });

  test("sends what an object has from its class as what it has from its class", () => {
    const arrived = sent(new Weights()) as Weights;
    expect(Object.keys(arrived)).toEqual(["b1"]);
    expect("W1" in arrived && arrived.W1).toBe(2);
    expect(arrived.method).toBeUndefined();
  });

  test("sends neither symbols nor hidden names, and calls neither toJSON nor then", () => {
    // biome-ignore lint/suspicious/noThenProperty: a student's object may have one
    const object = Object.defineProperty({ [Symbol("s")]: 1, toJSON: fail, then: fail }, "hidden", {
      value: 1,
    });
    const arrived = sent(object) as Record<string, unknown>;
    expect(Reflect.ownKeys(arrived)).toEqual(["toJSON", "then"]);
    expect(readValue(arrived).kind).toBe("promise");
  });

  test("sends a function as one that says it cannot be called here", () => {
    const arrived = sent(function weights(_a: number, _b: number) {}) as () => void;
    expect([typeof arrived, arrived.name, arrived.length]).toEqual(["function", "weights", 2]);
    expect(arrived).toThrow("weights cannot be called here");
    expect(String(arrived)).toBe("function () { [native code] }");
  });

  test("sends a promise as one that never settles, and hears of its rejection", async () => {
    const arrived = sent(Promise.reject(new Error("later"))) as Promise<unknown>;
    expect(arrived).toBeInstanceOf(Promise);
    expect(await Promise.race([arrived, Promise.resolve("first")])).toBe("first");
  });

  test("sends errors with class, name, message and stack", () => {
    class NotReady extends TypeError {}
    const error = Object.assign(new NotReady("no"), {
      name: "NotReady",
      stack: "NotReady: no\n    at cell 3",
    });
    const arrived = sent(error) as Error;
    expect(arrived).toBeInstanceOf(Error);
    expect([arrived.name, arrived.message, arrived.stack]).toEqual(["NotReady", "no", error.stack]);
    expect(sent(new RangeError("x"))).toBeInstanceOf(RangeError);
    const liar = new Error("x");
    Object.defineProperty(liar, "message", { get: fail });
    expect((sent(liar) as Error).message).toBe("");
  });

  test("cuts texts that only describe", () => {
    const error = new Error("m".repeat(1e7));
    expect((sent(error) as Error).message).toHaveLength(4000);
  });

  test("takes an object that only looks like a tensor for what it is", () => {
    const fake = { shape: [1], dtype: "float32", dataSync: () => [1], isDisposed: false };
    expect(sent(fake)).not.toBeInstanceOf(tf.Tensor);
    expect(sent(tf.zeros([1]))).toBeInstanceOf(tf.Tensor);
  });

  test.each<[string, (tensor: { dataSync(): unknown; shape: unknown; dtype: unknown }) => void]>([
    [
      "more numbers than its shape has room for",
      (tensor) => {
        tensor.dataSync = () => new Float64Array(7);
      },
    ],
    [
      "numbers of another kind",
      (tensor) => {
        tensor.dataSync = () => new Float32Array(4);
      },
    ],
    [
      "numbers that are none",
      (tensor) => {
        tensor.dataSync = () => ({ length: 4 });
      },
    ],
    [
      "a shape of no whole numbers",
      (tensor) => {
        tensor.shape = [0.5, 8];
      },
    ],
    [
      "a shape that is a proxy",
      (tensor) => {
        tensor.shape = new Proxy([4], { getOwnPropertyDescriptor: fail });
      },
    ],
    [
      "a type that nobody knows",
      (tensor) => {
        tensor.dtype = "string";
      },
    ],
  ])("cannot read a tensor that says it has %s", (_, change) => {
    const tensor = tf.zeros([2, 2]);
    change(tensor as never);
    expect(readValue(sent(tensor)).kind).toBe("unreadable");
  });

  test("sends a disposed tensor as a disposed tensor, of its shape", () => {
    const tensor = tf.zeros([2, 3]);
    tensor.dispose();
    const arrived = sent(tensor) as typeof tensor;
    expect([arrived.isDisposed, arrived.shape]).toEqual([true, [2, 3]]);
  });

  test.each<[string, () => unknown]>([
    ["a string of 100 MB", () => "x".repeat(1e8)],
    ["an array as long as arrays get", () => new Array(2 ** 32 - 1)],
    [
      "an object with a million names",
      () => Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => [`k${i}`, i])),
    ],
    ["a tensor of 200,000 numbers", () => tf.zeros([200_000])],
    ["a tensor that says it is enormous", () => Object.assign(tf.zeros([1]), { shape: [1e6, 1e6] })],
    ["a typed array of 1 GB", () => new Uint8Array(1e9)],
    ["a bigint of 70,000 bits", () => 1n << 70_000n],
    [
      "a list of 300 lists inside each other",
      () => Array.from({ length: 300 }).reduce((inner) => [inner], []),
    ],
    ["a list of 60,000 lists", () => Array.from({ length: 60_000 }, () => [])],
    ["a set of 300,000", () => new Set(Array.from({ length: 300_000 }, (_, i) => i))],
    ["a set that grows while it is read", growingSet],
  ])("refuses %s without copying it", (_, makeValue) => {
    const value = makeValue();
    const started = performance.now();
    expect(() => sides().guest.encode(value)).toThrow(TooLarge);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("sends typed arrays over memory that is shared, that has gone or that has shrunk", () => {
    const shared = new Float64Array(new SharedArrayBuffer(16));
    shared[1] = 3;
    expect([...(sent(shared) as Float64Array)]).toEqual([0, 3]);
    const gone = new Float64Array(2);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    expect(sent(gone)).toHaveLength(0);
    const resizable = new (
      ArrayBuffer as unknown as new (
        n: number,
        o: object,
      ) => ArrayBuffer & { resize(n: number): void }
    )(16, { maxByteLength: 32 });
    const shrunk = new Float64Array(resizable, 8, 1);
    resizable.resize(8);
    expect(sent(shrunk)).toHaveLength(0);
  });

  test("sends changes only of objects that were lent by the last message", () => {
    const { judge, guest } = sides();
    const [first, second] = [[1], [2]];
    const theirs = guest.decode(judge.encode(first)) as number[];
    guest.decode(judge.encode(second));
    theirs[0] = 9;
    expect(judge.decode(guest.encode(theirs))).toBe(first);
    expect(first).toEqual([1]);
  });

  test("changes a frozen object no more than anybody can", () => {
    const { judge, guest } = sides();
    const sizes = Object.freeze([3, 2, 1]);
    const theirs = guest.decode(judge.encode(sizes)) as number[];
    theirs.length = 0;
    expect(judge.decode(guest.encode(theirs))).toBe(sizes);
    expect(sizes).toEqual([3, 2, 1]);
  });
});

class Weights {
  b1 = 1;
  get W1(): number {
    return 2;
  }
  method(): void {}
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function growingSet(): Set<unknown> {
  const set = new Set<unknown>();
  const add = (): object =>
    Object.defineProperty({}, "grow", { enumerable: true, get: () => set.add(add()) && 1 });
  return set.add(add());
}

test("Exchange works as before in a realm where everything has been patched", async () => {
  const entry = fileURLToPath(new URL("./patchedRealm.mjs", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
  const program = outputFiles[0]!.text;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  expect(JSON.parse(output)).toEqual({ same: true, length: 3, patched: 0 });
});
