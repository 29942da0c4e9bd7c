// @ts-check
// Runs the notebook's model() ten times in one process and prints the process's memory after each as JSON.
import { text } from "node:stream/consumers";
import { load_dataset } from "init_utils";
import { loadModel } from "../training/loadModel.mjs";

const { code, iterations } = JSON.parse(await text(process.stdin));
const [X, Y] = load_dataset();
const { model } = loadModel(code);
const megabytes = [];
for (let run = 0; run < 10; run++) {
  model(X, Y, { initialization: "he", num_iterations: iterations, print_cost: false });
  megabytes.push(process.memoryUsage().rss / 2 ** 20);
}
console.log(JSON.stringify({ megabytes }));
