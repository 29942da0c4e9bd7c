import { decode as decodeText, encode as encodeText } from "./platform.js";

const { parse, stringify } = JSON;

export function encodeValue(value: unknown): Uint8Array {
  return encodeText(stringify({ value: value instanceof Error ? `${value}` : value }));
}

export function decodeArguments(bytes: Uint8Array): unknown[] {
  return parse(decodeText(bytes)).value as unknown[];
}
