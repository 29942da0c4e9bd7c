/**
 * Where the types of some modules come from: the TensorFlow.js of `init_utils` stands in for any other, installed or not,
 * because a second one would round to single precision.
 */
export const aliases: ReadonlyMap<string, string> = new Map([
  ["@tensorflow/tfjs", "init_utils/tfjs"],
  ["@tensorflow/tfjs-core", "init_utils/tfjs"],
]);
