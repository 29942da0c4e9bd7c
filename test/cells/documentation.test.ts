import * as init_utils from "init_utils";
import * as public_tests from "public_tests";
import { describe, expect, test } from "vitest";
import { inspectionMarkdown, inspectionText, Session } from "../../src/cells/index.ts";
import { consoleOutput } from "../support/answers/consoleOutput.js";
import { compiler } from "./support/compiler.js";
import { nodeHost } from "./support/nodeHost.js";

type Callable = (...values: readonly unknown[]) => unknown;

/** Every function that a notebook can import, under the name by which a cell calls it. */
const functions: readonly (readonly [string, Callable])[] = [
  ...functionsOf("", init_utils),
  ...functionsOf("tf.", init_utils.tf),
  ...functionsOf("random.", init_utils.random),
  ...functionsOf("public_tests.", public_tests),
];

function functionsOf(prefix: string, from: object): [string, Callable][] {
  return Object.entries(from).flatMap(([name, value]) =>
    typeof value === "function" ? [[prefix + name, value]] : [],
  );
}

const session = new Session(compiler, nodeHost());
session.commit(`import { ${Object.keys(init_utils).join(", ")} } from "init_utils";`);
session.commit('import * as public_tests from "public_tests";');

/** What fits no function: most of them complain of at least one of these. */
const unfit: readonly (readonly unknown[])[] = [[], [Symbol("a")], [Symbol("a"), -1], ["a", "b"], [NaN, NaN]];

/** What a function says of arguments that do not fit, where it is its own word: such errors begin with its name. */
function complaintsOf(name: string, called: Callable): string[] {
  const complaints: string[] = [];
  for (const values of unfit) {
    try {
      consoleOutput(() => called(...values));
    } catch (error) {
      if (error instanceof Error) complaints.push(error.message);
    }
  }
  return complaints.filter((message) => message.startsWith(`${name}:`));
}

const shapes = /shape|\brows|columns|layers_dims|units|ax[ei]s|×|scalar|elements?\b|length|dimension|pixels/i;

describe("inspect tells of the packages' functions what they take, throw and give", () => {
  test("the list of functions is the whole of it", () => {
    expect(functions.length).toBeGreaterThan(150);
    for (const name of ["relu", "tf.matMul", "random.randn", "public_tests.initialize_parameters_he_test"])
      expect(functions.map(([one]) => one)).toContain(name);
  });

  test.each(functions)("%s", (name, called) => {
    const found = session.inspect(`${name}(1)`, name.length);
    expect(found?.signature).toContain(name.split(".").at(-1));
    expect(found?.signature).not.toContain("(alias)");
    expect(found?.documentation).not.toBe("");
    for (const page of [inspectionMarkdown(found!), inspectionText(found!)]) {
      expect(page).toContain(found!.signature);
      expect(page).toMatch(shapes);
      expect(page).toMatch(/@example/);
      if (complaintsOf(name, called).length > 0) expect(page).toContain("@throws");
    }
  });

  test("functions that complain by name are found out, so that the test above asks for their errors", () => {
    const outspoken = functions.filter(([name, called]) => complaintsOf(name, called).length > 0);
    expect(outspoken.length).toBeGreaterThan(100);
  });
});
