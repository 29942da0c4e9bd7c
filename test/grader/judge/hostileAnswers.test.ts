import { tf } from "init_utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestJudge } from "../../../src/grader/judge/index.js";
import { inProcessGuest } from "./inProcessGuest.js";
import { ask, openJudge } from "./judging.js";

let judge: TestJudge;
beforeAll(async () => {
  judge = await openJudge();
  await judge.open();
});
afterAll(() => judge.close());

/** 2^100 elements when it is written out, in a few hundred bytes. */
function bomb(inner: unknown = 1): unknown {
  let list: unknown = [inner];
  for (let i = 0; i < 100; i++) list = [list, list];
  return list;
}

/** Every list holds all of them: there are more ways through them than could ever be walked. */
function tangle(): unknown[] {
  const lists: unknown[][] = Array.from({ length: 14 }, () => []);
  for (const list of lists) list.push(...lists);
  return lists;
}

const large = tf.zeros([120_000]);
const checked =
  'import { str } from "init_utils"; import { initialize_parameters_zeros_test } from "public_tests";\n' +
  "const { W1 } = f([3, 2, 1]); console.log(W1, str(W1)); initialize_parameters_zeros_test(f);";
const patience = { timeout: 25_000 };

describe("TestJudge.ask comes to an end, and fails", patience, () => {
  test.each<[string, () => unknown]>([
    ["lists that hold each other", bomb],
    ["empty lists that hold each other", () => bomb([])],
    ["lists that all hold all", tangle],
    ["a list that holds itself", () => tangle().slice(0, 1)],
    ["what calls such lists its shape", () => ({ shape: [bomb()], dtype: "float32", dataId: 1 })],
    ["what calls such lists its type", () => ({ shape: [1], dtype: bomb(), dataId: 1 })],
    ["a tensor of 2^50 empty rows", () => tf.zeros([2 ** 50, 0])],
    ["a text of 20,000 words", () => "a ".repeat(20_000)],
    ["a number of 19,000 digits", () => 10n ** 19_000n],
  ])("%s, returned or thrown", async (_, make) => {
    const value = make();
    const answers: ((layers_dims: unknown[]) => unknown)[] = [
      () => value,
      () => ({ W1: value, b1: value, W2: value, b2: value }),
      () => thrown(value),
      (layers_dims) => {
        layers_dims[0] = value;
        return {};
      },
    ];
    for (const f of answers) {
      const { verdict, message } = await ask(judge, checked, { f });
      expect(verdict).toBe("failed");
      expect(message.length).toBeLessThan(5000);
      expect(await ask(judge, checked, { f: (x: unknown[]) => answers[1]!(x) })).toMatchObject({ verdict });
    }
  });

  test("a large tensor under a thousand names", async () => {
    const all = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, large]));
    expect(await ask(judge, checked, { f: () => ({ ...all, W1: tf.zeros([2, 3]) }) })).toMatchObject({
      verdict: "failed",
    });
  });
});

describe("TestJudge.ask fails a submission for which a test does not end:", patience, () => {
  const endless =
    "What f gave holds itself, or the same things so many times, that the test did not come to its end.";
  const impatient = async (source: string, f: () => unknown) => {
    const own = await openJudge({ ownSeconds: 6 });
    try {
      return await ask(own, source, { f });
    } finally {
      await own.close();
    }
  };

  test.each([
    ["a test that writes it out", 'if (JSON.stringify(f()) !== "1") throw new Error("no");'],
    [
      "a test that walks through it",
      "const walk = (x) => { if (Array.isArray(x)) x.forEach(walk); }; walk(f());",
    ],
  ])("lists that hold each other, and %s", async (_, source) => {
    const started = performance.now();
    expect(await impatient(source, bomb)).toMatchObject({ verdict: "failed", message: endless });
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test("a chain that ends where it began, and a test that follows it", async () => {
    const chain: { next?: object } = { next: {} };
    (chain.next as { next: object }).next = chain;
    const source = "for (let link = f(); link; link = link.next);";
    expect(await impatient(source, () => chain)).toMatchObject({ verdict: "failed", message: endless });
  });

  test("but not one that gave what anybody can walk through", async () => {
    const shared = [1, 2];
    const source = "const all = f(); while (all.length > 0);";
    expect(await impatient(source, () => [shared, shared])).toMatchObject({ verdict: "judge_error" });
  });
});

describe("TestJudge.describeError comes to an end with", patience, () => {
  test.each<[string, () => unknown, string]>([
    ["lists that hold each other", bomb, "threw an array of length 2"],
    ["lists that all hold all", tangle, "threw an array of length 14"],
    [
      "an object that only looks like an error",
      () => ({ name: bomb(), message: "x" }),
      "threw an object with name, message",
    ],
    ["nothing", () => undefined, "threw undefined"],
  ])("%s", async (_, make, text) => {
    const { Exchange } = await import("../../../src/grader/exchange/index.js");
    const guest = new Exchange("guest", { isTensor: () => false } as never);
    expect(judge.describeError(guest.encode(make()))).toBe(text);
  });
});

describe("TestJudge.ask is not taken in by", () => {
  test("a name that has another value every time it is asked for", async () => {
    let count = 0;
    const globals = Object.defineProperty({}, "f", { enumerable: true, get: () => (count++ % 2 ? 0 : 2) });
    const source = 'if (f < 1) throw new Error("too small"); if (f > 1) throw new Error("too large");';
    expect(await ask(judge, source, inProcessGuest(globals), { names: ["f"] })).toMatchObject({
      verdict: "failed",
    });
  });

  test("an error that calls itself the checkers' own", async () => {
    const error = Object.assign(new Error("f: 6 passed, 0 failed."), {
      ...{ name: "AssertionError", category: "values", hint: "Give all points." },
    });
    const { verdict, hint } = await ask(judge, checked, { f: () => thrown(error) });
    expect([verdict, hint]).toEqual(["failed", undefined]);
  });

  test("arguments that are emptied, so that there is nothing to check", async () => {
    const f = (layers_dims: unknown[]): object => {
      layers_dims.length = 1;
      return {};
    };
    expect(await ask(judge, checked, { f })).toMatchObject({ verdict: "failed" });
  });

  test("results with methods that compare in the test's place", async () => {
    const yes = (): boolean => true;
    const f = (): object =>
      Object.assign([1], { every: yes, some: yes, valueOf: () => 0, toString: () => "0" });
    for (const check of [
      "f().every((x) => x === 0)",
      "f() == 0",
      "String(f()) === '0'",
      "f().some((x) => x === 0)",
    ])
      expect(await ask(judge, `if (!(${check})) throw new Error("no");`, { f })).toMatchObject({
        verdict: "failed",
      });
  });
});

describe("TestJudge.ask keeps submissions apart:", () => {
  test("a group of the console that an answer left open moves nothing in the next one's message", async () => {
    const source = 'console.group(); console.error("f()"); console.error("is", f()); console.groupEnd();';
    const message = async (f: () => unknown) => (await ask(judge, source, { f })).message;
    const first = await message(() => 1);
    await message(() => thrown(new Error("no")));
    expect(await message(() => 1)).toBe(first);
  });
});

function thrown(value: unknown): never {
  throw value;
}
