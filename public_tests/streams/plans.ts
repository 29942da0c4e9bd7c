import { type Layer, layersOf } from "./layers.js";
import type { Stream } from "./startStream.js";

/** Numbers as drawn for each parameter, row by row. */
export type Draws = ReadonlyMap<string, readonly number[]>;

/** An order in which a function may draw its weights. */
export type Plan = (layers_dims: readonly number[], stream: Stream) => Draws;

/** The order of the exercises: the weights of layer 1 row by row, then those of layer 2, and so on. */
export const inOrder: Plan = (layers_dims, stream) =>
  collect(layersOf(layers_dims), (layer) => [weights(layer, stream)]);

/** Orders that students' functions draw in by mistake. */
export const mistakenPlans = {
  restarted: (layers_dims, stream) =>
    collect(layersOf(layers_dims), (layer) => {
      stream.restart();
      return [weights(layer, stream)];
    }),
  reversed: (layers_dims, stream) =>
    collect(layersOf(layers_dims).reverse(), (layer) => [weights(layer, stream)]),
  transposed: (layers_dims, stream) =>
    collect(layersOf(layers_dims), (layer) => {
      const [key, drawn] = weights(layer, stream);
      return [[key, transpose(drawn, layer.previous, layer.size)]];
    }),
  biasesToo: (layers_dims, stream) =>
    collect(layersOf(layers_dims), (layer) => [weights(layer, stream), biases(layer, stream)]),
  biasesFirst: (layers_dims, stream) =>
    collect(layersOf(layers_dims), (layer) => [biases(layer, stream), weights(layer, stream)]),
} satisfies Record<string, Plan>;

type Entry = [key: string, drawn: number[]];

function collect(layers: readonly Layer[], draw: (layer: Layer) => Entry[]): Draws {
  return new Map(layers.flatMap(draw));
}

function weights({ l, size, previous }: Layer, stream: Stream): Entry {
  return [`W${l}`, Array.from({ length: size * previous }, stream.draw)];
}

function biases({ l, size }: Layer, stream: Stream): Entry {
  return [`b${l}`, Array.from({ length: size }, stream.draw)];
}

/**
 * The elements of a matrix of `rows` rows, in the order of its transpose.
 *
 * @example
 * transpose([1, 2, 3, 4, 5, 6], 2, 3); // [1 4 2 5 3 6]
 */
export function transpose(values: readonly number[], rows: number, columns: number): number[] {
  return values.map((_, k) => values[(k % rows) * columns + Math.floor(k / rows)]!);
}
