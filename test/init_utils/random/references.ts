import { type ReferenceArray, readReference } from "../../reference/readReference.ts";

/** Section `random` of numpy-reference.json. */
export interface Stream {
  readonly seed: number;
  readonly random_sample_5: ReferenceArray;
  readonly randn_7: ReferenceArray;
  readonly randn_2x3_then_1x2: [ReferenceArray, ReferenceArray];
  readonly shuffle_arange_25: ReferenceArray;
  readonly "then_normal_scale_0.05_3": ReferenceArray;
  readonly randint_0_1000_6: ReferenceArray;
  readonly "uniform_-2_3_4": ReferenceArray;
}

/** Section `random` of numpy-more.json. */
export interface MoreStream {
  readonly seed: number;
  readonly rand_2x3: ReferenceArray;
  readonly randn_5: ReferenceArray;
  readonly randint_7_5: ReferenceArray;
  readonly "randint_-5_6_2x2": ReferenceArray;
  readonly randint_full_4: ReferenceArray;
  readonly randint_5_6_2_then_rand: ReferenceArray;
  readonly uniform_10_20_3: ReferenceArray;
  readonly "normal_2.5_0.3_2x2": ReferenceArray;
  readonly permutation_10: ReferenceArray;
  readonly permutation_6x2: ReferenceArray;
  readonly shuffle_6x2: ReferenceArray;
  readonly mixed: ReferenceArray;
}

export const { random: streams } = readReference<{ random: Stream[] }>("numpy-reference.json");

export const { random: moreStreams, long_randn: longRandn } = readReference<{
  random: MoreStream[];
  long_randn: ReferenceArray & { readonly seed: number };
}>("numpy-more.json");

/** The values, shape and type of a tensor, to be compared in one go. */
export function contents(tensor: {
  shape: readonly number[];
  dtype: string;
  dataSync(): ArrayLike<number>;
}): { shape: number[]; dtype: string; data: number[] } {
  return { shape: [...tensor.shape], dtype: tensor.dtype, data: Array.from(tensor.dataSync()) };
}
