import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tf } from "init_utils";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { guestGlobals, type Limits, openSandbox, type Sandbox } from "../../../src/grader/sandbox/index.ts";
import { Submission } from "./support/Submission.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

test("the guest's sources need nothing of Node.js", () => {
  const tsc = "node_modules/typescript/bin/tsc";
  execFileSync(process.execPath, [tsc, "-p", "src/grader/guest"], { cwd: root, stdio: "pipe" });
}, 120_000);

describe.each(["deno", "bubblewrap"] as const)("Guest in %s", (tier) => {
  let sandbox: Sandbox;
  let submission: Submission;
  beforeAll(async () => {
    sandbox = await openSandbox(tier);
  }, 60_000);
  afterAll(() => sandbox.close());
  const start = async (limits: Partial<Limits> = {}, seed = "a seed"): Promise<Submission> => {
    submission = await Submission.in(sandbox, limits, seed);
    return submission;
  };
  afterEach(async () => {
    await submission.end();
  });
  const ask = async (cell: string): Promise<unknown> => {
    await start();
    const outcome = await submission.run(cell);
    if (outcome.kind !== "done") throw new Error(`The cell ended as ${outcome.kind}`);
    return submission.read("value");
  };

  test("runs cells one after the other, with late binding", async () => {
    await start();
    await submission.run("function later(): number { return 1 } function first(): number { return later() }");
    await submission.run("function later(): number { return 2 }");
    expect(await submission.call("first", [])).toMatchObject({ result: 2 });
  });

  test("call sends arguments in and brings results and changes out", async () => {
    await start();
    await submission.run("function f(list: number[], x: number) { list.push(x); return list }");
    const list = [1];
    const { result } = (await submission.call("f", [list, 2])) as { result: number[] };
    expect(result).toBe(list);
    expect(list).toEqual([1, 2]);
  });

  test("call brings tensors in and out", async () => {
    await start();
    await submission.run('import { tf } from "init_utils"; const twice = (x: any) => tf.mul(x, 2);');
    const { result } = (await submission.call("twice", [tf.tensor([[0.1, -0]])])) as {
      result: { shape: number[]; dataSync(): Float64Array };
    };
    expect(result.shape).toEqual([1, 2]);
    expect([...result.dataSync()]).toEqual([0.2, -0]);
  });

  test("call brings what is thrown", async () => {
    await start();
    await submission.run('function f() { throw new RangeError("too far") }');
    const { thrown } = (await submission.call("f", [])) as { thrown: { name: string; message: string } };
    expect([thrown.name, thrown.message]).toEqual(["RangeError", "too far"]);
  });

  test("run tells what a cell throws, with the cell's name and line", async () => {
    await start();
    const error = await submission.error('1;\nthrow new Error("here")');
    expect(error.message).toBe("here");
    expect(error.stack).toMatch(/cell:cell(%20| )1:2:/);
    expect((await submission.run("1")).kind).toBe("done");
  });

  test("read gives undefined for a name that is not there", async () => {
    await start();
    expect(await submission.read("nothing")).toBeUndefined();
  });

  test("read and call refuse what is no name", async () => {
    await start();
    expect(() => submission.guest.read("a;b", 1)).toThrow(TypeError);
  });

  test("waits for cells with top-level await", async () => {
    expect(
      await ask("const value = await new Promise((resolve) => setTimeout(() => resolve(5), 60_000));"),
    ).toBe(5);
  });

  test("compiles WebAssembly asynchronously", async () => {
    const bytes = "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])";
    expect(await ask(`const value = String(await WebAssembly.compile(${bytes}));`)).toContain("Module");
  });

  test("lets a cell declare names of the platform", async () => {
    expect(await ask("const performance = 3, process = 4; const value = [performance, process];")).toEqual([
      3, 4,
    ]);
  });

  test("lets a cell use Buffer, as the kernel does", async () => {
    expect(await ask('const value = Buffer.from("aGk=", "base64").toString("utf8");')).toBe("hi");
  });

  test("fires timers in order, in no time, and moves the clock by their delays", async () => {
    const cell = `const value: unknown[] = []; const start = Date.now();
      setTimeout(() => value.push("b", Date.now() - start), 20_000); setTimeout(() => value.push("a"), 10_000);
      const interval = setInterval(() => value.push("i"), 9_000);
      await new Promise<void>((resolve) => setTimeout(resolve, 30_000)); clearInterval(interval);`;
    expect(await ask(cell)).toEqual(["i", "a", "i", "b", 20_000, "i"]);
  });

  test("fires after a cell what is due, and nothing else", async () => {
    await start();
    await submission.run(
      "const value: string[] = []; setTimeout(() => value.push('soon'), 0); setTimeout(() => value.push('late'), 50);",
    );
    expect(await submission.read("value")).toEqual(["soon"]);
  });

  test("has a clock that stands still", async () => {
    const cell = `const now = Date.now(); for (let i = 0; i < 1e6; i++) {}
      const value = [now, Date.now(), new Date().getTime(), performance.now(), new Date() instanceof Date, new Date(5).getTime()];`;
    const now = Date.UTC(2026, 0, 1);
    expect(await ask(cell)).toEqual([now, now, now, 0, true, 5]);
  });

  test("has no other clock: not in formats of dates, not in performance's marks and measures", async () => {
    const cell = `const format = new Intl.DateTimeFormat("en", { timeStyle: "long", dateStyle: "short" });
      const marks: any = performance;
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      const value = [
        format.format(), format.formatToParts().map(({ value }) => value).join(""), format.format === format.format,
        format.format(0), marks.mark("a").startTime, marks.mark("b", { startTime: 7 }).startTime,
        marks.measure("m").duration, marks.measure("m", "b").duration, marks.measure("m", "b", "a").duration,
        marks.measure("m", { start: 5, duration: 3 }).duration,
        Object.getPrototypeOf(performance).now.call(performance),
      ].map((one) => (typeof one === "string" ? one.replaceAll(/\\s/g, " ") : one));`;
    const later = "1/1/26, 12:00:30 AM UTC";
    const epoch = "1/1/70, 12:00:00 AM UTC";
    const times = [30_000, 7, 30_000, 29_993, 29_993, 3, 30_000];
    expect(await ask(cell)).toEqual([later, later, true, epoch, ...times]);
  });

  test("aborts after a time by the same clock", async () => {
    const cell = `let turns = 0;
      const turn = setInterval(() => { turns++; }, 1000);
      const signal = AbortSignal.timeout(60_000);
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      clearInterval(turn);
      const value = [turns, signal.aborted, signal.reason.name];`;
    expect(await ask(cell)).toEqual([59, true, "TimeoutError"]);
  });

  test("draws the same from the same seed, and something else from another", async () => {
    const cell =
      "const value = [Math.random(), crypto.randomUUID(), [...crypto.getRandomValues(new Uint8Array(4))]];";
    const draw = async (seed: string): Promise<unknown> => {
      await start({}, seed);
      await submission.run(cell);
      const value = await submission.read("value");
      await submission.end();
      return value;
    };
    const first = await draw("a");
    expect(await draw("a")).toEqual(first);
    expect(await draw("b")).not.toEqual(first);
  });

  test("imports what is allowed, TensorFlow.js in double precision", async () => {
    const cell = `import * as tfjs from "@tensorflow/tfjs"; import { tf } from "init_utils"; import seedrandom from "seedrandom";
      import { initialize_parameters_zeros_test } from "public_tests";
      const value = [tfjs.tensor([0.1]).dataSync()[0], tfjs.tensor === tf.tensor, seedrandom("a")(), typeof initialize_parameters_zeros_test];`;
    expect(await ask(cell)).toEqual([0.1, true, 0.43449421599986604, "function"]);
  });

  test("says which packages may be imported", async () => {
    await start();
    const { message } = await submission.error('import fs from "node:fs";');
    expect(message).toBe(
      'Cannot import "node:fs": this assignment allows only init_utils, public_tests, @tensorflow/tfjs, seedrandom',
    );
    expect((await submission.error('await import("lodash");')).message).toContain('"lodash"');
  });

  test("has the globals that the compiler is told of", async () => {
    const names = (await ask("var value = Object.getOwnPropertyNames(globalThis);")) as string[];
    const own = ["value", "__import", "__load"];
    expect(names.filter((name) => !guestGlobals.includes(name) && !own.includes(name))).toEqual([]);
    const optional = ["Float16Array", "DisposableStack", "AsyncDisposableStack", "SuppressedError"];
    expect(guestGlobals.filter((name) => !names.includes(name) && !optional.includes(name))).toEqual([]);
  });

  test("draws plots for nobody", async () => {
    expect(
      await ask(
        'import { plot_costs } from "init_utils"; plot_costs([1, 2], { learning_rate: 0.1 }); const value = 1;',
      ),
    ).toBe(1);
  });

  test("an answer that is too large is the submission's error, and the guest lives on", async () => {
    await start();
    await submission.run("function f(n: number) { return new Float64Array(n) }");
    expect(await submission.call("f", [1e6])).toMatchObject({ name: "TooLarge" });
    expect(await submission.call("f", [1])).toMatchObject({ result: new Float64Array(1) });
  });

  test("processor time is limited for itself", async () => {
    await start({ cpuSeconds: 0.5 });
    const before = performance.now();
    expect((await submission.run("for (;;) {}", 60)).kind).toBe("timeout");
    expect(performance.now() - before).toBeLessThan(30_000);
    expect((await submission.run("1")).kind).toBe("timeout");
  });

  test("time in all is limited", async () => {
    await start({ wallSeconds: 0.5 });
    expect((await submission.run("for (;;) {}", 60)).kind).toBe("timeout");
  });
});
