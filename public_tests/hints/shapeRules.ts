import type { Layer } from "../streams/layers.js";

/** A shape that parameters get by mistake: how it follows from the layer, and what to say of it. */
export interface ShapeRule {
  readonly shape: (layer: Layer) => readonly number[];
  /** Follows the names of the parameters. */
  readonly says: string;
}

const weightsAre =
  "weights have a row for every unit of their layer and a column for every unit of the layer before";
const biasIs = "a bias is a column, with a row for every unit of its layer and one column";

/** Mistaken shapes of the weights. */
export const weightRules: readonly ShapeRule[] = [
  { shape: ({ size, previous }) => [previous, size], says: `with rows and columns swapped: ${weightsAre}.` },
  {
    shape: ({ first, input }) => [first, input],
    says: "with the sizes of W1 in every layer: both indices must change with l.",
  },
  {
    shape: ({ l }) => [l, l - 1],
    says: "with the numbers of the layers, l and l - 1, as sizes: their sizes are the entries of layers_dims.",
  },
  {
    shape: ({ l }) => [l, l],
    says: "with the number of the layer as its size: sizes are the entries of layers_dims.",
  },
  { shape: ({ size }) => [size, size], says: `with the size of the layer itself twice: ${weightsAre}.` },
  {
    shape: ({ previous }) => [previous, previous],
    says: `with the size of the layer before twice: ${weightsAre}.`,
  },
  { shape: ({ size }) => [size, 1], says: `in the shape of a bias: ${weightsAre}.` },
  {
    shape: ({ previous }) => [previous],
    says: "with one dimension only, the size of the layer before: two sizes in parentheses, `(a, b)`, are only `b` in TypeScript.",
  },
  { shape: ({ size }) => [size], says: `with one dimension only, the size of the layer: ${weightsAre}.` },
  { shape: ({ size, previous }) => [size * previous], says: `as one long row of numbers: ${weightsAre}.` },
];

/** Mistaken shapes of the biases. */
export const biasRules: readonly ShapeRule[] = [
  { shape: ({ size }) => [size], says: `with one dimension only: ${biasIs}.` },
  {
    shape: ({ previous }) => [previous, 1],
    says: "with a row for every unit of the layer before: a bias has one for every unit of its own layer.",
  },
  { shape: ({ size }) => [1, size], says: `as a row: ${biasIs}.` },
  {
    shape: ({ size }) => [size, 0],
    says: "with no column at all, so without any number: a bias has one column.",
  },
  { shape: () => [], says: `as a single number: ${biasIs}.` },
  { shape: () => [1], says: `with one dimension and one number: ${biasIs}.` },
  { shape: () => [1, 1], says: `with one number only: ${biasIs}.` },
  { shape: ({ size, previous }) => [size, previous], says: `in the shape of the weights: ${biasIs}.` },
  {
    shape: ({ previous }) => [previous],
    says: `with one dimension, the size of the layer before: ${biasIs}.`,
  },
  {
    shape: ({ first }) => [first, 1],
    says: "with the size of layer 1 in every layer: the index must change with l.",
  },
  {
    shape: ({ l }) => [l, 1],
    says: "with the number of the layer as its size: sizes are the entries of layers_dims.",
  },
];
