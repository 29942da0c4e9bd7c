import { describe, expect, test } from "vitest";
import { makeMutants } from "../../../src/instructor/mutations/makeMutants.ts";
import { compiler } from "../../cells/support/compiler.js";
import { solvedNotebook, sourceOf } from "../../clients/support/solvedNotebook.ts";

const name = "initialize_parameters_he";
const source = sourceOf(solvedNotebook, name);
const mutants = makeMutants(compiler, name, source);

/** What people get wrong, and a line that the wrong answer has. */
const slips = [
  ["a wrong constant", "Math.sqrt(4 / layers_dims[l - 1])"],
  ["a dropped factor", 'parameters["W" + l] = random.randn(layers_dims[l], layers_dims[l - 1]);'],
  ["a dropped root", ".mul(2 / layers_dims[l - 1])"],
  ["swapped dimensions", "random.randn(layers_dims[l - 1], layers_dims[l])"],
  ["another layer's size", "Math.sqrt(2 / layers_dims[l])"],
  ["another seed", "random.seed(4);"],
  ["a loop that ends early", "for (let l = 1; l < L; l++)"],
  ["ones for zeros", "tf.ones([layers_dims[l], 1])"],
  ["a transposed result", "tf.zeros([layers_dims[l], 1]).transpose()"],
  ["one matrix for all layers", 'parameters["b" + l] = (shared_ ??= tf.zeros([layers_dims[l], 1]));'],
  ["uniform numbers", "random.rand(layers_dims[l], layers_dims[l - 1])"],
  ["another name", 'parameters["w" + l]'],
  ["nothing returned", "return undefined as never;"],
] as const;

describe("makeMutants", () => {
  test.each(slips)("makes %s", (_, line) => {
    const made = mutants.filter((mutant) => mutant.source.includes(line));
    expect(made).not.toEqual([]);
    expect(source).not.toContain(line);
  });

  test("leaves the seed out, and a line", () => {
    const lost = mutants.filter(({ change }) => change.endsWith("is missing")).map(({ line }) => line);
    const lines = source
      .split("\n")
      .flatMap((text, index) => (/seed\(|^ +parameters\[/.test(text) ? [index + 1] : []));
    expect(lost).toEqual(lines);
  });

  test("makes each once, all different from the solution, and says in which line", () => {
    expect(new Set(mutants.map((mutant) => mutant.source)).size).toBe(mutants.length);
    for (const { source: mutated, line, change, gradeId } of mutants) {
      expect(gradeId).toBe(name);
      expect(mutated.split("\n").length).toBe(source.split("\n").length);
      expect(mutated.split("\n")[line - 1], change).not.toBe(source.split("\n")[line - 1]);
    }
  });

  test("makes of what is given only what students take out or change: seeds, loops, the return", () => {
    const region = source.split("\n").findIndex((text) => text.includes("BEGIN SOLUTION"));
    const outside = mutants.filter(({ line }) => line <= region).map(({ change }) => change.split(":")[0]);
    expect(new Set(outside)).toEqual(new Set(["missing seed", "off by one"]));
  });
});
