// @ts-check
// Trains as the notebook does: reads the cells' JavaScript as JSON from stdin and times the first call of model().
import { text } from "node:stream/consumers";
import { load_dataset } from "init_utils";
import { loadModel } from "./loadModel.mjs";

const { code, iterations } = JSON.parse(await text(process.stdin));
const [X, Y] = load_dataset();
const { model, costs } = loadModel(code);

const start = performance.now();
model(X, Y, { initialization: "he", num_iterations: iterations, print_cost: false });
const seconds = (performance.now() - start) / 1000;

const versions = `Node ${process.versions.node}, V8 ${process.versions.v8}`;
console.log(JSON.stringify({ seconds, cost: costs.at(-1), versions }));
