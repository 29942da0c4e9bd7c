// What the bundle dist/tf-core.js is made of (setup/bundles/bundleTf.mjs makes it, in double precision); core.d.ts has its types.
import { env, registerGradient, zeros } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";

env().set("PROD", true);
env().set("DEPRECATION_WARNINGS_ENABLED", false);

// Comparisons are constant almost everywhere. TensorFlow.js has no gradient for them and refuses even
// where(greater(x, 0), x, 0), in which they only choose.
for (const kernelName of [
  "Equal",
  "NotEqual",
  "Greater",
  "GreaterEqual",
  "Less",
  "LessEqual",
  "LogicalAnd",
  "LogicalOr",
]) {
  registerZeroGradient(kernelName, ["a", "b"]);
}
for (const kernelName of ["LogicalNot", "IsNan", "IsInf", "IsFinite", "Any", "All"])
  registerZeroGradient(kernelName, ["x"]);

/**
 * @param {string} kernelName
 * @param {string[]} inputs
 */
function registerZeroGradient(kernelName, inputs) {
  registerGradient({
    kernelName,
    inputsToSave: inputs,
    gradFunc: (_, saved) =>
      Object.fromEntries(
        inputs.map((input, i) => [
          input,
          () => zeros(/** @type {import("@tensorflow/tfjs-core").Tensor} */ (saved[i]).shape),
        ]),
      ),
  });
}

export {
  abs,
  acos,
  add,
  all,
  any,
  argMax,
  argMin,
  asin,
  atan,
  broadcastTo,
  cast,
  ceil,
  clipByValue,
  clone,
  concat,
  cos,
  cosh,
  cumsum,
  customGrad,
  dispose,
  div,
  divNoNan,
  dot,
  elu,
  engine,
  equal,
  exp,
  expandDims,
  expm1,
  floor,
  gather,
  greater,
  greaterEqual,
  isFinite,
  isInf,
  isNaN,
  keep,
  leakyRelu,
  less,
  lessEqual,
  log,
  log1p,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  logSigmoid,
  logSoftmax,
  logSumExp,
  matMul,
  max,
  maximum,
  mean,
  memory,
  min,
  minimum,
  mod,
  moments,
  mul,
  multinomial,
  neg,
  norm,
  notEqual,
  outerProduct,
  pad,
  pow,
  prod,
  randomNormal,
  randomUniform,
  reciprocal,
  relu,
  relu6,
  reshape,
  reverse,
  round,
  rsqrt,
  selu,
  sigmoid,
  sign,
  sin,
  sinh,
  slice,
  softmax,
  softplus,
  split,
  sqrt,
  square,
  squaredDifference,
  squeeze,
  stack,
  step,
  sub,
  sum,
  Tensor,
  tan,
  tanh,
  tidy,
  tile,
  train,
  transpose,
  truncatedNormal,
  unstack,
  util,
  Variable,
  valueAndGrads,
  variable,
  variableGrads,
  where,
} from "@tensorflow/tfjs-core";
