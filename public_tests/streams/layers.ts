/** The sizes around one layer, by which its parameters are shaped and scaled. */
export interface Layer {
  /** 1 for the first layer that has parameters. */
  readonly l: number;
  /** The size of the layer. */
  readonly size: number;
  /** The size of the layer before it. */
  readonly previous: number;
  /** The size of the input, and that of the first layer. */
  readonly input: number;
  readonly first: number;
}

/**
 * The layers that have parameters, from the first to the last.
 *
 * @example
 * layersOf([3, 2, 1]).map(({ previous }) => previous); // [3 2]
 */
export function layersOf(layers_dims: readonly number[]): Layer[] {
  const [input = 0, ...sizes] = layers_dims;
  const first = sizes[0] ?? 0;
  return sizes.map((size, i) => ({ l: i + 1, size, previous: layers_dims[i]!, input, first }));
}
