import { tf } from "init_utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestJudge } from "../../../src/grader/judge/index.js";
import type { TestEvidence } from "../../../src/grader/judge/TestEvidence.js";
import { Dies } from "./inProcessGuest.js";
import { askWithEvidence, openJudge } from "./judging.js";

let judge: TestJudge;
beforeAll(async () => {
  judge = await openJudge();
  await judge.open();
}, 60_000);
afterAll(() => judge.close());

async function evidenceOf(
  source: string,
  globals: Record<string, unknown>,
): Promise<TestEvidence | undefined> {
  return (await askWithEvidence(judge, source, globals)).evidence;
}

const square = (x: number): number => x * x;
const fail = (): never => {
  throw new RangeError("too\u001b[31m much");
};

describe("the judge's evidence", { timeout: 60_000 }, () => {
  test("evidence tells what was called and what came back, as it was then", async () => {
    const source = "const list = [3, 1]; f(list); f(list); table;";
    const f = (list: number[]): number[] => [...list.sort()];
    expect(await evidenceOf(source, { f, table: { a: tf.zeros([2]) } })).toEqual({
      calls: [
        { call: "f([3, 1])", result: "[1, 3]" },
        { call: "f([1, 3])", result: "[1, 3]" },
        { call: "table", result: "a = [0. 0.]" },
      ],
    });
  });

  test("evidence counts the same call in a row, and what is left out", async () => {
    const source = "f(0); f(0); f(0); for (let i = 1; i < 20; i++) f(i);";
    const evidence = await evidenceOf(source, { f: square });
    expect(evidence!.calls[0]).toEqual({ call: "f(0)", result: "0", times: 3 });
    expect(evidence!.calls).toHaveLength(8);
    expect(evidence!.more).toBe(12);
  });

  test("evidence has the error that ended the test, and not one that the test asked for", async () => {
    const caught = await evidenceOf('try { f(1); } catch {} if (g(2) !== 4) throw new Error("no");', {
      f: fail,
      g: square,
    });
    expect(caught!.calls[0]).toEqual({
      call: "f(1)",
      result: "RangeError: too\\u{1b}[31m much",
      threw: true,
    });
    expect(caught!.thrown).toBeUndefined();
    const ended = await evidenceOf("g(1); f(2);", { f: fail, g: square });
    expect(ended!.thrown!.message).toBe("RangeError: too\\u{1b}[31m much");
    expect(ended!.thrown!.stack).toContain("evidence.test.ts");
  });

  test("evidence has the error that a checker caught and tells of", async () => {
    const source =
      'import { initialize_parameters_zeros_test as check } from "public_tests"; check(initialize_parameters_zeros);';
    const evidence = await evidenceOf(source, { initialize_parameters_zeros: fail });
    expect(evidence!.failures![0]!.what).toBe("the result for layers_dims = [3, 2, 1]");
    expect(evidence!.thrown!.stack).toContain("evidence.test.ts");
  });

  test("evidence has what a checker saw and expected", async () => {
    const source =
      'import { initialize_parameters_zeros_test as check } from "public_tests"; check(initialize_parameters_zeros);';
    const initialize_parameters_zeros = (): unknown => ({
      W1: tf.zeros([3, 2]),
      b1: tf.ones([2, 1]),
      W2: tf.zeros([1, 2]),
      b2: "\u202e",
    });
    const evidence = await evidenceOf(source, { initialize_parameters_zeros });
    expect(evidence!.failures!.map(({ what }) => what)).toEqual([
      "the shape of W1",
      "the values of b1",
      "the type of b2",
    ]);
    expect(evidence!.failures![1]).toEqual({
      what: "the values of b1",
      expected: "[[0.]\n [0.]]",
      seen: "[[1.]\n [1.]]",
    });
    expect(JSON.stringify(evidence)).not.toMatch(/\u202e/);
  });

  test("evidence has a call that took the process down", async () => {
    const f = (x: number): unknown => (x === 2 ? dies() : x);
    const evidence = await evidenceOf("f(1); f(2); f(3);", { f });
    expect(evidence!.calls).toEqual([
      { call: "f(1)", result: "1" },
      { call: "f(2)", result: "no answer" },
    ]);
  });

  const hidden = (inside: string, after = ""): string =>
    `f(1);\n// BEGIN HIDDEN TESTS\n${inside}\n// END HIDDEN TESTS\n${after}`;
  const checker = (name: string): string =>
    `import { AssertionError } from "public_tests"; throw new AssertionError("${name}", { category: "throws", failures: [{ name: "x", passed: false, category: "throws", expected: "secret 77", seen: "secret 77" }] });`;

  test.each<[string, string]>([
    ["calls", hidden("f(77);")],
    ["calls that fail", hidden('if (f(77) !== 1) throw new Error("secret 77");')],
    ["what the submission throws at them", hidden("f(-77);")],
    ["what a checker finds", hidden(`f(77);${checker("secret 77")}`)],
    ["what is read", hidden("let secret77 = table;")],
    ["calls with their inputs afterwards", hidden("var x = 77; f(x);", "f(x);")],
    ["calls that fail with their inputs afterwards", hidden("var x = -77;", "f(x);")],
    ["what a checker finds afterwards", hidden("var x = 77;", checker("later"))],
  ])("evidence has nothing of hidden tests: %s", async (_, source) => {
    const f = (x: number): number => (x < 0 ? fail() : x);
    const evidence = await evidenceOf(source, { f, table: { secret: 77 } });
    expect(evidence).toEqual({ calls: [{ call: "f(1)", result: "1" }] });
  });

  test("evidence of the hidden part is there for who asks for it, apart from that for students", async () => {
    const source = hidden('if (f(77) !== 1) throw new Error("f(77) is to be 1");');
    const { evidence, hiddenEvidence } = await askWithEvidence(
      judge,
      source,
      { f: square },
      { tellsHidden: true },
    );
    expect(evidence).toEqual({ calls: [{ call: "f(1)", result: "1" }] });
    expect(hiddenEvidence).toEqual({
      calls: [{ call: "f(77)", result: "5929" }],
      message: "f(77) is to be 1",
    });
    const untold = await askWithEvidence(judge, source, { f: square });
    expect(untold.hiddenEvidence).toBeUndefined();
  });

  test("evidence of a test that is itself at fault is none", async () => {
    expect(await evidenceOf("f(1); nowhere();", { f: square })).toBeUndefined();
  });
});

function dies(): never {
  throw new Dies({ kind: "timeout" });
}
