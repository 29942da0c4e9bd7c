import { expectTensor } from "../arguments/expectTensor.js";
import { pairwiseSum } from "../kernels/pairwiseSum.js";
import { lossOf } from "../kernels/plainKernels.js";
import { sharedWorkspace } from "../kernels/sharedWorkspace.js";
import { passOf } from "../passes/ForwardPass.js";
import { doubles } from "../tensor/doubles.js";
import type { Tensor } from "../tensor/Tensor.js";

/**
 * The cross-entropy cost: J = 1/m · Σ (-y ln(a3) - (1 - y) ln(1 - a3)).
 *
 * An example whose term is NaN (0 · ∞: a right answer of exactly 0 or 1) counts as nothing; a wrong answer of
 * exactly 0 or 1 makes the cost infinite.
 *
 * @param a3 the outputs of the network, shape (1, m), between 0 and 1
 * @param Y the true labels, the same shape, 0 or 1
 * @returns the cost, in nats per example
 * @throws TypeError when the shapes differ or something else than a tensor comes
 * @example
 * compute_loss(tf.tensor([[0.5, 0.5]]), tf.tensor([[1, 0]])); // 0.6931471805599453
 */
export function compute_loss(a3: Tensor, Y: Tensor): number {
  expectTensor("compute_loss", "a3", a3, ["n3", "m"]);
  expectTensor("compute_loss", "Y", Y, a3.shape);
  const pass = passOf(a3);
  const total = pass ? sharedWorkspace.totalLoss(pass, Y.dataSync()) : totalLoss(doubles(a3), doubles(Y));
  return (1 / Y.shape[1]!) * total;
}

function totalLoss(outputs: Float64Array, labels: Float64Array): number {
  const losses = outputs.map((output, j) => lossOf(output, labels[j]!));
  return pairwiseSum(losses, 0, losses.length);
}
