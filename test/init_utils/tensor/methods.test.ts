import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tf } from "init_utils";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const source = join(import.meta.dirname, "../../../src/init_utils/tensor/Tensor.ts");

/** The methods that the interface Tensor promises. */
function promisedMethods(): string[] {
  const file = ts.createSourceFile(source, readFileSync(source, "utf8"), ts.ScriptTarget.ES2022);
  const tensor = file.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === "Tensor",
  );
  const { members } = tensor as ts.InterfaceDeclaration;
  return members.filter(ts.isMethodSignature).map((member) => (member.name as ts.Identifier).text);
}

/** Methods of TensorFlow.js's class that this package does not promise. */
const internal = ["constructor", "buffer", "bufferSync", "dataToGPU", "bytes", "throwIfDisposed", "variable"];

describe("the methods of a tensor", () => {
  test("Tensor has every method that its type promises, and no other", () => {
    const prototype = tf.Tensor.prototype as unknown as Record<string, unknown>;
    const fields = ["rank", "isDisposed"];
    const present = Object.getOwnPropertyNames(prototype).filter(
      (name) => ![...internal, ...fields].includes(name),
    );
    expect(present.sort()).toEqual(promisedMethods().sort());
  });

  test("Tensor.where chooses this where the condition is true", () => {
    expect(tf.tensor([1, 2]).where([true, false], [8, 9]).arraySync()).toEqual([1, 9]);
  });

  test("Tensor.concat and Tensor.stack take a tensor or several", () => {
    const [a, b, c] = [tf.tensor([1]), tf.tensor([2]), tf.tensor([3])];
    expect(a.concat(b).arraySync()).toEqual([1, 2]);
    expect(a.concat([b, c]).arraySync()).toEqual([1, 2, 3]);
    expect(a.stack([b, c], 1).arraySync()).toEqual([[1, 2, 3]]);
  });

  test("Tensor.flatten makes a vector, Tensor.asType casts", () => {
    expect(
      tf
        .tensor([[1.5], [2.5]])
        .flatten()
        .asType("int32")
        .arraySync(),
    ).toEqual([1, 2]);
  });
});
