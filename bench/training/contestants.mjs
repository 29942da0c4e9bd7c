// @ts-check
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { runProgram } from "../harness/runProgram.mjs";
import { compileC, findCompiler } from "./compileC.mjs";
import { notebookCode } from "./notebookCode.mjs";
import { asText } from "./trainingTask.mjs";

/**
 * A program that trains: what it is called, how many iterations it does, how far its last cost may be from NumPy's, and
 * what a run gives.
 *
 * @typedef {{ seconds: number, cost: number, versions?: string }} Run
 * @typedef {{ name: string, iterations: number, tolerance: number, versions?: string, run(): Run }} Contestant
 * @typedef {{ root: string, python: string, folder: string, task: import("./trainingTask.mjs").Task, iterations: number }} Options
 */

/** A fifth of the iterations is enough of what takes many times as long. */
const share = 5;
const wasmBackend = "@tensorflow/tfjs-backend-wasm";

/**
 * All programs that can run here, and a line about each that cannot.
 *
 * @param {Options} options
 * @returns {{ contestants: Contestant[], missing: string[] }}
 */
export function contestants(options) {
  const found = [inNotebook(options), inNumPy(options), ...inC(options), ...inTfjs(options)];
  return {
    contestants: found.filter((one) => typeof one !== "string"),
    missing: found.filter((one) => typeof one === "string"),
  };
}

/** @param {Options} options @returns {Contestant} */
function inNotebook({ root, iterations }) {
  const input = JSON.stringify({ code: notebookCode(root), iterations });
  const args = ["bench/training/trainingInNotebook.mjs"];
  const run = () => runProgram({ command: process.execPath, args, input, cwd: root });
  return { name: "model() of the notebook", iterations, tolerance: 1e-9, run };
}

/** @param {Options} options @returns {Contestant | string} */
function inNumPy({ root, python, task, iterations }) {
  const { status } = spawnSync(python, ["-c", "import numpy"]);
  if (status !== 0) return "NumPy is left out: it is not in .venv, where `npm test` puts it.";
  const input = JSON.stringify({ X: task.X, Y: task.Y, iterations });
  const run = () => runProgram({ command: python, args: ["bench/training/training.py"], input, cwd: root });
  return { name: "NumPy", iterations, tolerance: 1e-9, run };
}

/** @param {Options} options @returns {(Contestant | string)[]} */
function inC({ root, folder, task, iterations }) {
  const compiler = findCompiler();
  if (!compiler) return ["C is left out: there is no compiler called cc, gcc or clang."];
  return [["-O3"], ["-O3", "-march=native"]].map((flags) => {
    const name = `C ${flags.join(" ")}`;
    const command = compileC(compiler.command, flags, { root, folder });
    if (command === null) return `${name} is left out: ${compiler.command} does not compile with that.`;
    const input = asText(task, iterations);
    const run = () => runProgram({ command, input, cwd: root });
    return { name, iterations, tolerance: 1e-9, versions: compiler.version, run };
  });
}

/** @param {Options} options @returns {(Contestant | string)[]} */
function inTfjs({ root, task, iterations }) {
  const fewer = Math.max(Math.min(iterations, 1001), Math.ceil(iterations / share));
  return ["cpu", "wasm"].map((backend) => {
    const name = `TensorFlow.js op by op, float32, ${backend}`;
    if (backend === "wasm" && !isInstalled(root, wasmBackend)) {
      return `${name} is left out: the package ${wasmBackend} is not installed.`;
    }
    const { X, Y, parameters } = task;
    const input = JSON.stringify({ X, Y, parameters, iterations: fewer, backend, package: wasmBackend });
    const args = ["bench/training/trainingInTfjs.mjs"];
    const run = () => runProgram({ command: process.execPath, args, input, cwd: root });
    return { name, iterations: fewer, tolerance: 1e-2, run };
  });
}

/** @param {string} root @param {string} name */
function isInstalled(root, name) {
  try {
    createRequire(`${root}/package.json`).resolve(name);
    return true;
  } catch {
    return false;
  }
}
