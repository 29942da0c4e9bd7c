import { tf } from "init_utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestJudge } from "../../../src/grader/judge/index.js";
import { Dies, inProcessGuest } from "./inProcessGuest.js";
import { ask, openJudge } from "./judging.js";

let judge: TestJudge;
beforeAll(async () => {
  judge = await openJudge({ ownSeconds: 2 });
  await judge.open();
});
afterAll(() => judge.close());

const passed = { verdict: "passed", fraction: 1, hidden: false, message: "" };
const must = (condition: string): string =>
  `if (!(${condition})) throw new Error(${JSON.stringify(condition)});`;

describe("TestJudge.ask passes what is right:", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["a function's result", must("f(2) === 4"), { f: (x: number) => x * x }],
    ["data", must("table.b[1] === 2"), { table: { b: [1, 2] } }],
    [
      "name and length of a function",
      must("f.name === 'f' && f.length === 2"),
      { f: (a: number, b: number) => a + b },
    ],
    [
      "tensors, of the test's own tf",
      `import { tf } from "init_utils";\n${must("f(tf.tensor([1, 2])) instanceof tf.Tensor && f(tf.tensor([1, 2])).sum().dataSync()[0] === 6")}`,
      { f: (x: InstanceType<typeof tf.Tensor>) => x.mul(2) },
    ],
    [
      "changes of arguments",
      `const list = [3, 1]; f(list); ${must("list.join() === '1,3'")}`,
      { f: (list: number[]) => void list.sort() },
    ],
    [
      "identity with arguments, deep inside and from call to call",
      `const inner = {}; const list = [inner]; ${must("f(list).a === list && f(list).b === inner && f(list) === f(list)")}`,
      { f: memo() },
    ],
    [
      "errors, caught by the test",
      `let e; try { f(); } catch (error) { e = error; } ${must("e instanceof TypeError && e.message === 'no'")}`,
      { f: thrower(new TypeError("no")) },
    ],
    ["what is thrown and no error", `try { f(); } catch (e) { ${must("e === 7")} }`, { f: thrower(7) }],
    ["a promise as a promise", must("f() instanceof Promise"), { f: () => Promise.resolve(1) }],
    [
      "a name that may be missing",
      must("typeof g === 'undefined' && typeof f === 'function'"),
      { f: () => 1, g: undefined },
    ],
    [
      "TypeScript",
      "enum Size { Small = 1 }\ninterface A { a: number }\nconst a: A = f() as A;\n" +
        must("a.a === Size.Small"),
      { f: () => ({ a: 1 }) },
    ],
    [
      "a hidden test",
      `f();\n// BEGIN HIDDEN TESTS\n${must("f() === 1")}\n// END HIDDEN TESTS`,
      { f: () => 1 },
    ],
    ["what printed on stdout", "console.log('a', f()); console.table([1]);", { f: () => 1 }],
    [
      "names of the test's own that are the submission's elsewhere",
      `const g = 2; ${must("f() + g === 3")}`,
      { f: () => 1, g: 5 },
    ],
  ])("%s", async (_, source, globals) => {
    expect(await ask(judge, source, globals)).toEqual(passed);
  });

  test("imports of the given cells, and its own, @tensorflow/tfjs being that of init_utils", async () => {
    const given = 'import { tf, str as text } from "init_utils";\nconst train_X = 1;';
    const source = `import * as other from "@tensorflow/tfjs"; ${must("other.tensor === tf.tensor && text(f()) === '[1.]'")}`;
    expect(await ask(judge, source, { f: () => tf.ones([1]) }, { given })).toEqual(passed);
  });
});

describe("TestJudge.ask fails what is wrong:", () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    [
      "a plain error, with its message",
      'if (f() !== 2) throw new Error("f() is not 2");',
      { f: () => 1 },
      "f() is not 2",
    ],
    [
      "an error of the language, once something was asked",
      "f().length.x.y;",
      { f: () => "" },
      "TypeError: Cannot read properties of undefined (reading 'y')",
    ],
    [
      "console.assert",
      'console.assert(f() === 2, "f() is 2");',
      { f: () => 1 },
      "Assertion failed: f() is 2",
    ],
    ["anything on stderr, as nbgrader does", 'console.error("off by", f());', { f: () => 1 }, "off by 1"],
    [
      "the submission's own error",
      "f();",
      { f: thrower(new RangeError("my fault")) },
      "RangeError: my fault",
    ],
    ["a submission that throws a string", "f();", { f: thrower("oops") }, "a value was thrown: oops"],
    [
      "an exercise that is not done",
      "f();",
      { f: thrower(new Error("Exercise 1 is not done yet: write f.")) },
      "Exercise 1 is not done yet: write f.",
    ],
    [
      "a SyntaxError about data",
      "JSON.parse(f());",
      { f: () => "{" },
      "SyntaxError: Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ],
    [
      "a function called that came back",
      "f()();",
      { f: () => function inner() {} },
      "inner cannot be called here: only data crosses between a submission and its tests",
    ],
    [
      "a disposed tensor",
      'import { tf } from "init_utils"; tf.add(f(), 1);',
      { f: () => disposed() },
      "TypeError: tf.add: a must be a tensor that still has its numbers, but it has been disposed (inside tf.tidy, return it or tf.keep it)",
    ],
    [
      "terminal escapes, shown as what they are",
      "throw new Error(f());",
      { f: () => "\u001b[31mred" },
      "\\u{1b}[31mred",
    ],
  ])("%s", async (_, source, globals, message) => {
    const { message: said, ...rest } = await ask(judge, source, globals);
    expect(rest).toEqual({ verdict: "failed", fraction: 0, hidden: false });
    expect(said.slice(0, 30)).toBe(message.slice(0, 30));
  });

  test("a checker's finding, with its hint", async () => {
    const source =
      'import { initialize_parameters_zeros_test } from "public_tests"; initialize_parameters_zeros_test(f);';
    const { message, hint } = await ask(judge, source, { f: () => ({}) });
    expect(message).toContain("initialize_parameters_zeros: 2 passed, 4 failed.");
    expect(hint).toMatch(/^The object that comes back is empty/);
  });

  test.each<[string, string, unknown, string]>([
    ["a plain error", 'throw new Error("input was " + f());', () => 1, "something is not as it should be"],
    [
      "the submission's error, which may hold the input",
      "f(42);",
      (x: number) => thrower(new Error(`saw ${x}`))(),
      "the function throws an error",
    ],
    ["stderr", 'console.error("input was 42", f());', () => 1, "something is not as it should be"],
    [
      "a checker",
      'checkInitializer("f", f, [2, 1], { W1: [[0, 0]], b1: [[0]] });',
      () => ({ W1: tf.zeros([1, 2]), b1: tf.zeros([1]) }),
      "something in the result has the wrong shape",
    ],
  ])("%s in hidden tests, by its category alone", async (_, hidden, f, what) => {
    const source = `import { checkInitializer } from "public_tests";\nf;\n// BEGIN HIDDEN TESTS\n${hidden}\n// END HIDDEN TESTS`;
    expect(await ask(judge, source, { f })).toEqual({
      verdict: "failed",
      fraction: 0,
      hidden: true,
      message: `A hidden test failed: ${what}.`,
    });
  });

  test("a name that the notebook does not define, as not run", async () => {
    const judgment = await ask(judge, "f();", { f: undefined });
    expect(judgment).toEqual({
      verdict: "not_run",
      fraction: 0,
      hidden: false,
      message: "The notebook defines no function or variable f.",
    });
  });
});

describe("TestJudge.ask gives points:", () => {
  test.each([
    ["f();", 10, "passed", 1],
    ["f();", 4, "failed", 0.4],
    ["f();", 0, "failed", 0],
    ["f();", -3, "failed", 0],
    ["f();", 11, "passed", 1],
    ["f();", Number.POSITIVE_INFINITY, "passed", 1],
    ["f();", Number.NaN, "failed", 0],
    ["const x = f();", 4, "passed", 1],
    ["f(); void 0;", 4, "passed", 1],
    ["// BEGIN HIDDEN TESTS\nf();\n// END HIDDEN TESTS", 4, "failed", 0.4],
  ])("%j ending with %d of 10: %s, %d", async (source, value, verdict, fraction) => {
    expect(await ask(judge, source, { f: () => value })).toMatchObject({ verdict, fraction });
  });
});

describe("TestJudge.ask blames the submission for dying, whatever the test makes of it:", () => {
  test.each([
    [{ kind: "timeout" }, "timeout", "f(…) did not answer within 10 seconds."],
    [{ kind: "out_of_memory" }, "out_of_memory", "f(…) took too much memory."],
    [{ kind: "crashed", detail: "x" }, "crashed", "f(…) ended its process, or answered what is no answer."],
    [{ kind: "flooded", detail: "x" }, "aborted", "f(…) put out too much."],
  ] as const)("%j", async (death, verdict, message) => {
    const source = "try { f(); } catch {}\ntry { f(); } catch {}";
    const f = thrower(new Dies(death));
    const guest = inProcessGuest({ f });
    expect(await ask(judge, source, guest, { names: ["f"] })).toEqual({
      verdict,
      fraction: 0,
      hidden: false,
      message,
      death,
    });
    expect(guest.questions).toEqual(["f", "f()"]);
  });

  test.each([
    ["bytes that are no value", Uint8Array.of(1, 2, 3)],
    ["a value that is no answer", Uint8Array.of(1, 3)],
    ["nothing", new Uint8Array()],
  ])("an answer of %s", async (_, value) => {
    const real = inProcessGuest({ f: () => 1 });
    const guest = { ...real, call: () => Promise.resolve({ kind: "done" as const, value }) };
    const judgment = await ask(judge, "try { f(); } catch {}", guest, { names: ["f"] });
    expect(judgment.verdict).toBe("crashed");
  });
});

describe("TestJudge.ask blames the test:", () => {
  test.each<[string, string, string]>([
    ["waits", "await f();", "it waits with `await`"],
    ["is not TypeScript", "const = f();", "it is not TypeScript that can run"],
    ["redeclares", "let a = 1; { let b; let b; }", "can"],
    ["uses a name that nobody defines", "f(); g();", "ReferenceError: g is not defined"],
    ["uses what Node has and tests do not", "f(); process.exit();", "ReferenceError: process is not defined"],
    [
      "imports what is not allowed",
      'import fs from "node:fs"; f();',
      "it imports node:fs, and this assignment allows only",
    ],
    ["throws before it asks anything", 'throw new Error("early");', "early"],
    ["asks nothing", "1 + 1;", "it asked the submission for nothing"],
    [
      "does not come to its hidden tests",
      "f(); function never() {\n// BEGIN HIDDEN TESTS\nf();\n// END HIDDEN TESTS\n}",
      "its hidden tests did not run",
    ],
    ["makes objects of a class", "new f();", "it makes an object of the class f"],
    ["sends too much", "f('x'.repeat(2e6));", "what it passes to f is too large"],
    [
      "hides that it sends too much",
      "try { f('x'.repeat(2e6)); } catch {}",
      "what it passes to f is too large",
    ],
  ])("that %s", async (_, source, problem) => {
    const { verdict, message } = await ask(judge, source, { f: () => 1 });
    expect(verdict).toBe("judge_error");
    expect(message).toMatch(/^The test the_test could not judge: /);
    expect(message).toContain(problem);
  });

  test("that never ends, and goes on with a new worker", async () => {
    const { verdict, message } = await ask(judge, "f(); for (;;);", { f: () => 1 });
    expect([verdict, message]).toEqual([
      "judge_error",
      "The test the_test could not judge: it did not come to an end within 2 seconds of its own.",
    ]);
    expect(await ask(judge, must("f() === 1"), { f: () => 1 })).toEqual(passed);
  });

  test("that takes the worker down, and goes on with a new one", async () => {
    const { verdict } = await ask(
      judge,
      "f(); const all = []; for (;;) all.push(new Array(1e6).fill(1.5));",
      {
        f: () => 1,
      },
    );
    expect(verdict).toBe("judge_error");
    expect(await ask(judge, must("f() === 1"), { f: () => 1 })).toEqual(passed);
  });
});

describe("TestJudge.ask keeps tests apart:", () => {
  test("nothing that one declares is there in the next", async () => {
    await ask(judge, "var mine = 1; function g() {} class C {}; f();", { f: () => 1 });
    const source = must("[typeof mine, typeof g, typeof C].join() === 'undefined,undefined,undefined'");
    expect(await ask(judge, `f(); ${source}`, { f: () => 1 })).toEqual(passed);
  });

  test("random starts anew from the seed, Math.random too", async () => {
    const source =
      'import { random } from "init_utils"; throw new Error([f(), random.rand(), random.randn(), Math.random()].join());';
    const draw = async (seed: string) => (await ask(judge, source, { f: () => 1 }, { seed })).message;
    const first = await draw("a");
    expect(await draw("b")).not.toBe(first);
    expect(await draw("a")).toBe(first);
  });

  test("many tests at once are asked one after the other", async () => {
    const judgments = await Promise.all(
      Array.from({ length: 20 }, (_, i) => ask(judge, must(`f() === ${i}`), { f: () => i })),
    );
    expect(judgments).toEqual(judgments.map(() => passed));
  });

  test("10,000 questions take less than 10 s", async () => {
    const source = `let sum = 0; for (let i = 0; i < 10000; i++) sum += f(i); ${must("sum === 49995000")}`;
    const patient = await openJudge();
    await patient.open();
    const started = performance.now();
    expect(await ask(patient, source, { f: (i: number) => i })).toEqual(passed);
    await patient.close();
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("TestJudge.describeError", () => {
  test("says what a cell threw, on one line, whatever the bytes", async () => {
    const { Exchange } = await import("../../../src/grader/exchange/index.js");
    const guest = new Exchange("guest", { isTensor: () => false } as never);
    expect(judge.describeError(guest.encode(new TypeError("a\nb")))).toBe("TypeError: a\\u{a}b");
    expect(judge.describeError(guest.encode(7))).toBe("threw 7");
    expect(judge.describeError(Uint8Array.of(1, 99))).toBe("an error that cannot be read");
  });
});

function thrower(error: unknown): () => never {
  return () => {
    throw error;
  };
}

function memo(): (list: [object]) => object {
  const known = new Map<unknown, object>();
  return (list) => {
    if (!known.has(list)) known.set(list, { a: list, b: list[0] });
    return known.get(list)!;
  };
}

function disposed(): object {
  const tensor = tf.zeros([1]);
  tensor.dispose();
  return tensor;
}
