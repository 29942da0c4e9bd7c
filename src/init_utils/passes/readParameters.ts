import { describe } from "../arguments/describe.js";
import { expectTensor } from "../arguments/expectTensor.js";
import type { Parameters } from "../network/types.js";
import type { Tensor } from "../tf/index.js";

/** The parameters of one layer: W of shape (size, inputs) and b of shape (size, 1). */
export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
  readonly size: number;
}

const depth = 3;

/**
 * Reads `W1, b1, W2, b2, W3, b3` and checks that each fits the layer before it.
 *
 * @param inputs the number of rows of X
 * @throws TypeError when one is missing, no tensor, or of a shape that does not fit.
 */
export function readParameters(
  functionName: string,
  parameters: Parameters,
  inputs: number,
): [Layer, Layer, Layer] {
  expectParameters(functionName, parameters);
  if (`W${depth + 1}` in parameters) {
    throw new TypeError(
      `${functionName}: the network has ${depth} layers, but parameters also holds W${depth + 1}; ` +
        `give layers_dims ${depth + 1} sizes`,
    );
  }
  const layers: Layer[] = [];
  let previous = inputs;
  for (let l = 1; l <= depth; l++) {
    const W = expectTensor(functionName, `parameters.W${l}`, parameters[`W${l}`], [`n${l}`, previous]);
    const size = W.shape[0]!;
    const b = expectTensor(functionName, `parameters.b${l}`, parameters[`b${l}`], [size, 1]);
    layers.push({ W, b, size });
    previous = size;
  }
  return layers as [Layer, Layer, Layer];
}

/** Throws a TypeError unless `parameters` is an object that can hold parameters. */
export function expectParameters(functionName: string, parameters: unknown): void {
  if (typeof parameters === "object" && parameters !== null && !Array.isArray(parameters)) {
    if (!("then" in parameters)) return;
  }
  throw new TypeError(
    `${functionName}: parameters must be an object with W1, b1, W2, b2, W3, b3, but it is ${describe(parameters)}`,
  );
}
