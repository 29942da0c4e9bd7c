import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs messages with the key of the connection file. With an empty key nothing is signed or checked. */
export class Signer {
  readonly #key: string;
  readonly #hash: string;

  /** @throws Error when Node.js does not know the hash */
  constructor({ key, hash }: { readonly key: string; readonly hash: string }) {
    this.#key = key;
    this.#hash = hash;
    this.sign([]);
  }

  /** The signature as hexadecimal digits. */
  sign(parts: readonly Uint8Array[]): string {
    if (this.#key === "") return "";
    const hmac = createHmac(this.#hash, this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  isRight(signature: Uint8Array, parts: readonly Uint8Array[]): boolean {
    const expected = Buffer.from(this.sign(parts));
    return (
      expected.length === 0 || (expected.length === signature.length && timingSafeEqual(expected, signature))
    );
  }
}
