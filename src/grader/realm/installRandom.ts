import seedrandom from "seedrandom";
import {
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  defineProperty,
  NativeUint8Array,
} from "../exchange/primordials.js";

/** Makes everything that is drawn without a seed of its own come from this one. */
export function installRandom(seed: string): void {
  const source = seedrandom(seed);
  const next = (): number => source();
  put(Math, "random", () => next());
  const { crypto } = globalThis as unknown as { crypto: object };
  put(crypto, "getRandomValues", (array: ArrayBufferView) => {
    const bytes = new NativeUint8Array(bufferOf(array), byteOffsetOf(array), byteLengthOf(array));
    for (let i = 0, length = byteLengthOf(bytes); i < length; i++) bytes[i] = next() * 256;
    return array;
  });
  put(crypto, "randomUUID", () => uuid(next));
}

/** Version 4, RFC 9562: random but for two digits. */
function uuid(next: () => number): string {
  const digits = "0123456789abcdef";
  const digit = (count: number): string => digits[(next() * count) | 0]!;
  let text = "";
  for (let i = 0; i < 32; i++) {
    if (i === 8 || i === 12 || i === 16 || i === 20) text += "-";
    text += i === 12 ? "4" : i === 16 ? digits[8 + ((next() * 4) | 0)] : digit(16);
  }
  return text;
}

function put(object: object, name: string, value: unknown): void {
  defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });
}
