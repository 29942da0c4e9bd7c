import { str, tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { numbers, type ReferenceArray, readReference } from "../../reference/readReference.ts";

interface Printed extends ReferenceArray {
  readonly dtype: string;
  readonly str: string;
}

interface Large {
  readonly dtype: string;
  readonly shape: number[];
  readonly divisor: number;
  readonly offset: number;
  readonly str: string;
}

const { formatting } = readReference<{
  formatting: { dtype: string; array: ReferenceArray; str: string }[];
}>("numpy-reference.json");

const more = readReference<{ formatting: Printed[]; large: Large[] }>("numpy-more.json");

/** Something with the shape, type and data of a NumPy array, as another TensorFlow.js would make it. */
function foreign(dtype: string, shape: number[], values: number[]): unknown {
  const data =
    dtype === "float64"
      ? Float64Array.from(values)
      : dtype === "float32"
        ? Float32Array.from(values)
        : dtype.startsWith("u")
          ? Uint32Array.from(values)
          : Int32Array.from(values);
  return { shape, dtype, dataSync: () => data, isDisposed: false };
}

function ours(dtype: string, shape: number[], values: number[]): unknown {
  const types: Record<string, "int32" | "bool"> = { int64: "int32", int32: "int32", bool: "bool" };
  const own = types[dtype] ?? "float32";
  return tf.tensor(own === "int32" ? Int32Array.from(values) : Float64Array.from(values), shape, own);
}

describe("str", () => {
  test.each(formatting.map((entry, i) => ({ ...entry, i })))("str prints array $i as NumPy", (entry) => {
    const values = numbers(entry.array);
    expect(str(foreign(entry.dtype, entry.array.shape, values))).toBe(entry.str);
    expect(str(ours(entry.dtype, entry.array.shape, values))).toBe(entry.str);
  });

  test.each(more.formatting.map((entry, i) => ({ ...entry, i })))(
    "str prints further array $i ($dtype of shape $shape) as NumPy",
    ({ dtype, shape, str: expected, ...array }) => {
      expect(str(foreign(dtype, shape, numbers(array)))).toBe(expected);
      if (["float64", "int32", "bool"].includes(dtype)) {
        expect(str(ours(dtype, shape, numbers(array)))).toBe(expected);
      }
    },
  );

  test.each(more.large)("str summarizes a large $dtype array of shape $shape as NumPy", (entry) => {
    const { dtype, shape, divisor, offset } = entry;
    const length = shape.reduce((product, size) => product * size, 1);
    const values = Array.from({ length }, (_, i) => ((i * 7919) % 10007) / divisor + offset);
    const elements = dtype === "bool" ? values.map((value) => Number(value >= 1)) : values;
    expect(str(foreign(dtype, shape, elements))).toBe(entry.str);
  });

  test("str prints nested arrays like the tensors of the same numbers", () => {
    const floats = formatting.filter(({ dtype, array }) => dtype === "float64" && array.shape.length === 2);
    const withFractions = floats.filter(({ array }) =>
      numbers(array).some((value) => !Number.isInteger(value)),
    );
    expect(withFractions.length > 5).toBe(true);
    for (const { array, str: expected } of withFractions) {
      const columns = array.shape[1]!;
      const values = numbers(array);
      const nested = Array.from({ length: array.shape[0]! }, (_, i) =>
        values.slice(i * columns, (i + 1) * columns),
      );
      expect(str(nested)).toBe(expected);
      expect(str(nested.map((row) => Float64Array.from(row)))).toBe(expected);
    }
  });

  test("str prints whole numbers of plain arrays as integers, and of float arrays with a point", () => {
    expect(str([[1, -20, 300]])).toBe(formatting.find(({ array }) => array.data[1] === -20)!.str);
    expect(str([0, 0, 0])).toBe("[0 0 0]");
    expect(str(new Float64Array(3))).toBe("[0. 0. 0.]");
    expect(str(new Uint8Array(3))).toBe("[0 0 0]");
    expect(str([1, 0.5])).toBe("[1.  0.5]");
    expect(str([-0])).toBe("[-0.]");
    expect(str([true, 2])).toBe("[1 2]");
    expect(str(new BigInt64Array(2))).toBe("[0 0]");
  });

  test("str prints a million numbers in a moment, as only the shown ones are looked at", () => {
    const start = performance.now();
    expect(str(new Float64Array(1_000_000))).toBe("[0. 0. 0. ... 0. 0. 0.]");
    expect(performance.now() - start <= 1000).toBe(true);
  });

  test("str prints empty arrays as brackets", () => {
    expect([str([]), str([[], []]), str(tf.zeros([0, 3]))]).toEqual(["[]", "[]", "[]"]);
  });

  test.each([
    ["undefined", undefined],
    ["a string", "1"],
    ["an object", { W1: [1] }],
    ["an array with a string", [1, "2"]],
    ["rows of different lengths", [[1, 2], [3]]],
    ["rows of different depths", [1, [2]]],
    ["rows of different depths", [[1], 2]],
    ["an array with a hole", new Array(2)],
    ["a function", () => 1],
  ])("str refuses %s (%#)", (_words, value) => {
    expect(() => str(value)).toThrow(TypeError);
    expect(() => str(value)).toThrow(/^str: value must be /);
  });

  test("str refuses tensors of strings and of complex numbers", () => {
    for (const dtype of ["string", "complex64"]) {
      const tensor = { shape: [1], dtype, dataId: {}, dataSync: () => ["a"] };
      expect(() => str(tensor)).toThrow(`but it is or holds a ${dtype} tensor of shape (1,)`);
    }
  });

  test("str refuses a tensor that has been disposed", () => {
    const tensor = tf.tensor([1, 2]);
    tensor.dispose();
    expect(() => str(tensor)).toThrow(TypeError);
  });
});
