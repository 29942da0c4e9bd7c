/** How much of a submission is looked at. */
export interface ReadLimits {
  /** Of a whole file, outputs and all. */
  readonly fileBytes: number;
  /** Of all cells' sources together, in UTF-8. */
  readonly sourceBytes: number;
  readonly cells: number;
  /** Numbers, texts, keys, lists and objects of the whole file: each takes time, and 500 MB may hold 250 million. */
  readonly values: number;
  /** How deep the file's lists and objects may nest; a notebook's own structure needs six levels. */
  readonly depth: number;
}

export const readLimits: ReadLimits = {
  fileBytes: 500 * 2 ** 20,
  sourceBytes: 2 ** 20,
  cells: 10_000,
  values: 25_000_000,
  depth: 500,
};
