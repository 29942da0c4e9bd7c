import type { Tensor } from "../tensor/Tensor.js";

/** The parameters of a network: `W1, b1, …, WL, bL`, W*l* of shape (n_l, n_(l-1)) and b*l* of shape (n_l, 1). */
export type Parameters = Record<string, Tensor>;

/** What `forward_propagation` keeps for `backward_propagation`: the values of every layer and the parameters. */
export interface Cache {
  z1: Tensor;
  a1: Tensor;
  W1: Tensor;
  b1: Tensor;
  z2: Tensor;
  a2: Tensor;
  W2: Tensor;
  b2: Tensor;
  z3: Tensor;
  a3: Tensor;
  W3: Tensor;
  b3: Tensor;
}

/** The derivatives of the cost with respect to every value of the network: `dW1` has the shape of `W1`. */
export interface Gradients {
  dz3: Tensor;
  dW3: Tensor;
  db3: Tensor;
  da2: Tensor;
  dz2: Tensor;
  dW2: Tensor;
  db2: Tensor;
  da1: Tensor;
  dz1: Tensor;
  dW1: Tensor;
  db1: Tensor;
}
