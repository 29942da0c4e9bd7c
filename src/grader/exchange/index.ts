export { Exchange, type Side } from "./Exchange.js";
export { type ExchangeLimits, exchangeLimits, MalformedValue, TooLarge } from "./limits.js";
export { type TensorContent, type TensorFlow, type Tensors, tensorsOf } from "./Tensors.js";
