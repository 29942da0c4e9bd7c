import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

/** model()'s loop without a tf.tidy or a dispose; prints the process's memory in bytes after 100 steps and after each run. */
const program = `
import { backward_propagation, compute_loss, forward_propagation, load_dataset, random, tf, update_parameters } from "init_utils";
const [X, Y] = load_dataset();
function initialize(dims) {
  random.seed(3);
  const parameters = {};
  for (let l = 1; l < dims.length; l++) {
    parameters["W" + l] = random.randn(dims[l], dims[l - 1]).mul(Math.sqrt(2 / dims[l - 1]));
    parameters["b" + l] = tf.zeros([dims[l], 1]);
  }
  return parameters;
}
const memory = [];
for (let run = 0; run < Number(process.argv[1]); run++) {
  let parameters = initialize([2, 10, 5, 1]);
  for (let i = 0; i < 15000; i++) {
    const [a3, cache] = forward_propagation(X, parameters);
    compute_loss(a3, Y);
    parameters = update_parameters(parameters, backward_propagation(X, Y, cache), 0.01);
    if (run === 0 && i === 99) memory.push(process.memoryUsage().rss);
  }
  memory.push(process.memoryUsage().rss);
}
console.log(JSON.stringify(memory));
`;

test("15,000 iterations without tf.tidy add less than 50 MB, and ten runs no more than one", () => {
  const args = ["--input-type=module", "--eval", program, "10"];
  const output = execFileSync(process.execPath, args, {
    cwd: join(import.meta.dirname, "../../.."),
    encoding: "utf8",
  });
  const [start, ...ends] = (JSON.parse(output) as number[]).map((bytes) => bytes / 1e6);
  expect(ends).toHaveLength(10);
  for (const end of ends) expect(end - start!).toBeLessThan(50);
}, 240_000);
