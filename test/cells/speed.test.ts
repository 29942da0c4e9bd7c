import { describe, expect, test } from "vitest";
import { Session, toScript } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";
import { nodeHost } from "./support/nodeHost.js";
import { runCells } from "./support/runCells.js";

// Ceilings, not measurements, of processor time: they hold on a machine that is busy with something else. Storing a double in a global
// variable allocates one, about 6 ns; a loop that does nothing but one addition comes too near the ceiling for that.
const loops = {
  "a double accumulator": "let sum = 0; for (let i = 0; i < 4e6; i++) sum += Math.sqrt(i);",
  "a typed array":
    "const xs = new Float64Array(1000); for (let k = 0; k < 4000; k++) for (let i = 0; i < 1000; i++) xs[i] += i * k;",
  "a matrix product":
    "const n = 120; const A = new Float64Array(n * n).fill(1.5); const C = new Float64Array(n * n);\nfor (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += A[i * n + k] * A[k * n + j]; C[i * n + j] = s; }",
};

describe("toScript leaves loops at the top level fast", () => {
  test.each(Object.entries(loops))("%s takes at most 8 times as long as in a function", async (_, loop) => {
    const timed = (code: string) =>
      `{ var t0 = process.cpuUsage() }\n${code}\nvar took = process.cpuUsage(t0).user;`;
    const waiting = `await null;\n${timed(loop)}`;
    const within = timed(`(function () { ${loop} })();`);
    const cells = [within, timed(loop), waiting].flatMap((code) => Array(7).fill([code, "took"]).flat());
    const took = (await runCells(cells)).flatMap(({ value, error }, index) => {
      expect(error).toBeUndefined();
      return index % 2 === 1 ? [Number(value)] : [];
    });
    const best = [took.slice(0, 7), took.slice(7, 14), took.slice(14)].map((times) => Math.min(...times));
    expect(best[1]! / best[0]!).toBeLessThan(8);
    expect(best[2]! / best[0]!).toBeLessThan(8);
  });
});

test("check takes well under half a second once the libraries are read, and toScript next to nothing", {
  timeout: 60_000,
}, () => {
  const session = new Session(compiler, nodeHost());
  const imports = 'import { tf, relu } from "init_utils"; console.log(process.pid)';
  session.check(imports);
  session.commit(imports);
  const times = (run: (index: number) => unknown) =>
    Array.from({ length: 5 }, (_, index) => {
      const start = performance.now();
      run(index);
      return performance.now() - start;
    }).sort((a, b) => a - b);
  expect(times((index) => session.check(`const y = relu(tf.tensor([${index}]))`))[2]).toBeLessThan(250);
  const { globals } = nodeHost();
  expect(
    times((index) => toScript(compiler, `const y = relu(tf.tensor([${index}]))`, { globals }))[2],
  ).toBeLessThan(25);
});

test("check looks for nothing on the disk again that earlier cells have needed", () => {
  const looked: string[] = [];
  const host = nodeHost();
  const fileExists = (path: string): boolean => {
    looked.push(path);
    return host.fileExists(path);
  };
  const session = new Session(compiler, { ...host, fileExists });
  const imports = 'import { tf, relu } from "init_utils";';
  session.check(imports);
  session.commit(imports);
  session.check("relu(1)");
  expect(looked.length).toBeGreaterThan(0);
  looked.length = 0;
  session.check("relu(2)");
  session.complete("tf.ze", 5);
  expect(looked).toEqual([]);
});
