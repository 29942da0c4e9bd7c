export { describe, shapeText } from "./describe.js";
export {
  expectNumber,
  finite,
  type NumberCondition,
  nonNegativeInteger,
  positiveInteger,
} from "./expectNumber.js";
export { type Dimension, expectTensor, isTensor } from "./expectTensor.js";
