export { type ExchangeLimits, exchangeLimits, MalformedValue, TooLarge } from "../values/limits.js";
export { type TensorContent, type TensorFlow, type Tensors, tensorsOf } from "../values/Tensors.js";
export { Exchange, type Side } from "./Exchange.js";
