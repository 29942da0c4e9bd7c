/**
 * An answer that reaches for what students must not have, in every way that comes to mind, and throws the names of the
 * ways that worked.
 */
export const hostile = `function initialize_parameters_zeros(layers_dims: number[]): Record<string, tf.Tensor> {
  const g = globalThis as any;
  const secret = "/autograder/source/assignment/secret";
  const results = "/autograder/results/results.json";
  const full = JSON.stringify({ score: 30, tests: [] });
  const node = (name: string) => g.process.getBuiltinModule(name);
  const made = (text: string) => new Function("return (" + text + ")")();
  const ways: Record<string, () => unknown> = {
    "Deno reads": () => g.Deno.readTextFileSync(secret),
    "Deno writes": () => g.Deno.writeTextFileSync(results, full),
    "Deno runs": () => new g.Deno.Command("/bin/cat", { args: [secret] }).outputSync(),
    "Deno asks the environment": () => g.Deno.env.toObject(),
    "Node.js reads": () => node("fs").readFileSync(secret),
    "Node.js writes": () => node("fs").writeFileSync(results, full),
    "Node.js runs": () => node("child_process").execFileSync("/bin/cat", [secret]),
    "require reads": () => g.require("fs").readFileSync(secret),
    "a function made of text reads": () => made("Deno.readTextFileSync('" + secret + "')"),
    "an error's constructor reads": () =>
      (Error as any).constructor("return process.mainModule.require('fs').readFileSync('" + secret + "')")(),
    "another submission's files": () => g.Deno.readDirSync("/autograder/submission").next().value.name,
  };
  const reached = Object.keys(ways).filter((way) => {
    try {
      return ways[way]() !== undefined;
    } catch {
      return false;
    }
  });
  throw new Error("reached: " + (reached.join(", ") || "nothing") + ".");
}`;
