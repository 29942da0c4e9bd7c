import { installMethods } from "../tensor/methods.js";

export * from "../gradients/customGrad.js";
export { grad, grads, valueAndGrad, valueAndGrads, variableGrads } from "../gradients/grad.js";
export type { Optimizer } from "../gradients/train.js";
export * as train from "../gradients/train.js";
export * from "../gradients/variable.js";
export * from "../tensor/memory.js";
export * from "../tensor/Tensor.js";
export * from "./activations.js";
export * from "./arithmetic.js";
export * from "./comparisons.js";
export * from "./creation.js";
export * from "./elementwise.js";
export * from "./matrices.js";
export * from "./parts.js";
export * from "./patterns.js";
export * from "./random.js";
export * from "./reductions.js";
export * from "./shapes.js";

installMethods();
