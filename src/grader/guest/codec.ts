import { tf } from "init_utils";
import { Exchange, tensorsOf } from "../exchange/index.js";

const exchange = new Exchange("guest", tensorsOf(tf));
const { decode, encode } = Exchange.prototype;
const { apply } = Reflect;

/** @throws TooLarge */
export const encodeValue = (value: unknown): Uint8Array => apply(encode, exchange, [value]);
export const decodeArguments = (bytes: Uint8Array): unknown[] =>
  apply(decode, exchange, [bytes]) as unknown[];
