import { tf } from "init_utils";
import { readAnswer, readValue } from "public_tests";
import { describe, expect, test } from "vitest";

describe("readValue", () => {
  test("copies a tensor, so that later changes do not matter", () => {
    const values = new Float64Array([1, 2]);
    const value = readValue({ shape: [1, 2], dtype: "float32", dataSync: () => values });
    values[0] = 7;
    expect(value.tensor).toEqual({ shape: [1, 2], dtype: "float32", values: [1, 2] });
  });

  test("looks at every part of a tensor once", () => {
    const looks: (string | symbol)[] = [];
    const tensor = new Proxy({ shape: [1], dtype: "float32", dataSync: () => [1] } as object, {
      get: (target, name) => {
        if (name === "dataSync") looks.push(name);
        return Reflect.get(target, name);
      },
    });
    expect(readValue(tensor).kind).toBe("tensor");
    expect(looks.length).toBeLessThanOrEqual(2);
  });

  test("does not read the numbers of a tensor too large to be an answer", () => {
    const dataSync = () => {
      throw new Error("read");
    };
    const value = readValue({ shape: [1e5, 1e5], dtype: "float32", dataSync });
    expect(value).toMatchObject({ kind: "tensor", text: "a float32 tensor of shape (100000, 100000)" });
  });

  test("takes texts in a tensor for no numbers", () => {
    const value = readValue({ shape: [1], dtype: "string", dataSync: () => ["1"] });
    expect(value.tensor?.values).toEqual([Number.NaN]);
  });
});

describe("readAnswer", () => {
  test("finds parameters that are getters of a class", () => {
    class Parameters {
      get W1() {
        return tf.zeros([1, 2]);
      }
    }
    expect(readAnswer(new Parameters(), [2, 1]).entries.get("W1")?.kind).toBe("tensor");
  });

  test("reads an entry that fails without losing the others", () => {
    const result = Object.defineProperty({ b1: tf.zeros([1, 1]) }, "W1", {
      enumerable: true,
      get: () => {
        throw new Error("no look");
      },
    });
    const { entries } = readAnswer(result, [2, 1]);
    expect(entries.get("W1")).toMatchObject({ kind: "unreadable", text: expect.stringContaining("no look") });
    expect(entries.get("b1")?.kind).toBe("tensor");
  });
});
