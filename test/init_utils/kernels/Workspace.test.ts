import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Kernels } from "../../../src/init_utils/kernels/Kernels.js";
import { type Pass, parameterOffsets, type Sizes } from "../../../src/init_utils/kernels/Pass.js";
import { plainKernels } from "../../../src/init_utils/kernels/plainKernels.js";
import { simdKernels } from "../../../src/init_utils/kernels/simdKernels.js";
import { Workspace } from "../../../src/init_utils/kernels/Workspace.js";
import { createRandom } from "../../../src/init_utils/random/random.js";
import { largestDifference } from "../../support/differences.js";

const simd = simdKernels() as Kernels;

function randomPass(sizes: Sizes, m: number, seed: number): { pass: Pass; Y: Float64Array } {
  const random = createRandom(seed);
  const draw = (count: number, scale: number) =>
    Float64Array.from(random.randn(count).dataSync(), (x) => x * scale);
  const layers = [1, 2, 3] as const;
  const pass: Pass = {
    sizes,
    m,
    X: draw(sizes[0] * m, 1),
    W: layers.map((l) =>
      draw(sizes[l] * sizes[l - 1]!, Math.sqrt(2 / sizes[l - 1]!)),
    ) as unknown as Pass["W"],
    b: layers.map((l) => draw(sizes[l], 0.1)) as unknown as Pass["b"],
  };
  const Y = Float64Array.from({ length: sizes[3] * m }, () => random.randint(0, 2));
  return { pass, Y };
}

/** Everything a workspace computes of a pass. */
function results(workspace: Workspace, { pass, Y }: ReturnType<typeof randomPass>) {
  return {
    outputs: workspace.outputs(pass),
    loss: [workspace.totalLoss(pass, Y)],
    gradients: workspace.gradients(pass, Y),
  };
}

/** Sums of up to a thousand products are compared against the size of their terms. */
function difference(a: ReturnType<typeof results>, b: ReturnType<typeof results>): number {
  const scale = Math.max(...b.gradients.map(Math.abs));
  const pairs = [
    largestDifference(a.outputs, b.outputs),
    largestDifference(a.loss, b.loss),
    largestDifference(a.gradients, b.gradients, scale),
  ];
  return Math.max(...pairs);
}

const size = fc.integer({ min: 1, max: 64 });
const shape = fc.record({
  sizes: fc.tuple(size, size, size, fc.integer({ min: 1, max: 3 })),
  m: fc.integer({ min: 1, max: 1000 }),
  seed: fc.nat(),
});

describe("Workspace", () => {
  test("runs on WebAssembly SIMD on this engine", () => {
    expect(simd.name).toBe("WebAssembly SIMD");
  });

  test("computes the same step in WebAssembly and in plain JavaScript to a relative 1e-13, on 200 random shapes", () => {
    const [fast, plain] = [new Workspace(simd), new Workspace(plainKernels())];
    fc.assert(
      fc.property(shape, ({ sizes, m, seed }) => {
        const input = randomPass(sizes, m, seed);
        expect(difference(results(fast, input), results(plain, input))).toBeLessThanOrEqual(1e-13);
      }),
      { numRuns: 200, seed: 1 },
    );
  }, 60_000);

  test("gives each pass its own results, whatever ran in between", () => {
    const workspace = new Workspace(simd);
    const inputs = [
      randomPass([2, 10, 5, 1], 300, 1),
      randomPass([2, 10, 5, 1], 300, 2),
      randomPass([2, 10, 5, 1], 100, 3),
      randomPass([7, 3, 9, 2], 41, 4),
    ];
    const alone = inputs.map((input) => results(new Workspace(simd), input));
    for (const turn of [0, 1, 2, 3, 1, 0, 3, 2, 2, 0]) {
      for (const { pass } of inputs) workspace.forward(pass);
      expect(results(workspace, inputs[turn]!)).toEqual(alone[turn]);
    }
  });

  test("computes examples that do not fit into its memory in chunks, with the same results", () => {
    const input = randomPass([3, 400, 300, 1], 5000, 5);
    const chunked = results(new Workspace(simd), input);
    const few = results(new Workspace(simd), {
      pass: firstColumns(input.pass, 500),
      Y: input.Y.slice(0, 500),
    });
    expect(largestDifference(chunked.outputs.slice(0, 500), few.outputs)).toBe(0);
    const plain = results(new Workspace(plainKernels()), input);
    expect(difference(chunked, plain)).toBeLessThanOrEqual(1e-12);
  }, 60_000);
});

function firstColumns(pass: Pass, count: number): Pass {
  const rows = Array.from({ length: pass.sizes[0] }, (_, row) => [
    ...pass.X.subarray(row * pass.m, row * pass.m + count),
  ]);
  return { ...pass, m: count, X: Float64Array.from(rows.flat()) };
}

test("parameterOffsets lays the parameters out one after the other", () => {
  expect(parameterOffsets([2, 10, 5, 1])).toEqual({ W: [0, 30, 85], b: [20, 80, 90], length: 91 });
});
