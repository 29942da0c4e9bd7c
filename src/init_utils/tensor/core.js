// What the bundle dist/tf-core.js is made of (setup/bundleTf.mjs makes it, in double precision); core.d.ts has its types.
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

export * from "@tensorflow/tfjs-core";
