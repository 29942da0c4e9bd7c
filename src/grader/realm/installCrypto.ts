import { bufferOf, byteLengthOf, byteOffsetOf, NativeUint8Array } from "../values/primordials.js";
import { putGlobal } from "./putGlobal.js";

/** What there is of the web's `crypto`: it draws from this, so that the same submission draws the same. */
export function installCrypto(next: () => number): void {
  putGlobal("crypto", {
    getRandomValues(array: ArrayBufferView) {
      const length = byteLengthOf(array);
      const bytes = new NativeUint8Array(bufferOf(array), byteOffsetOf(array), length);
      for (let i = 0; i < length; i++) bytes[i] = next() * 256;
      return array;
    },
    randomUUID: () => uuid(next),
  });
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
