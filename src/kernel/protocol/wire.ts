import type { Header, Json, Message } from "./Message.js";
import type { Signer } from "./Signer.js";

const delimiter = Buffer.from("<IDS|MSG>");

/** A message that is dropped; the text says why. */
export class WireError extends Error {
  override readonly name = "WireError";
}

/**
 * A message as the parts that ZeroMQ carries.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
export function encode(message: Message, signer: Signer): Uint8Array[] {
  const { identities, header, parentHeader, metadata, content, buffers = [] } = message;
  const parts = [header, parentHeader, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [...identities, delimiter, Buffer.from(signer.sign(parts)), ...parts, ...buffers];
}

/** @throws WireError when the parts are not a message, or not one of somebody who has the key */
export function decode(parts: readonly Uint8Array[], signer: Signer): Message {
  const at = parts.findIndex((part) => delimiter.equals(part));
  if (at < 0) throw new WireError("it has no delimiter <IDS|MSG>");
  const [signature, ...rest] = parts.slice(at + 1);
  const signed = rest.slice(0, 4);
  if (signature === undefined || signed.length < 4) throw new WireError("it has fewer than five parts");
  if (!signer.isRight(signature, signed)) throw new WireError("its signature is wrong");
  const [header, parentHeader, metadata, content] = signed.map(parsePart) as [Json, Json, Json, Json];
  const [identities, buffers] = [parts.slice(0, at), rest.slice(4)];
  return { identities, header: checkHeader(header), parentHeader, metadata, content, buffers };
}

function parsePart(part: Uint8Array): Json {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString());
  } catch {
    throw new WireError("a part of it is not JSON");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new WireError("a part of it is not a JSON object");
}

function checkHeader(header: Json): Header {
  for (const name of ["msg_id", "msg_type"]) {
    if (typeof header[name] !== "string") throw new WireError(`its header has no ${name}`);
  }
  return header as unknown as Header;
}
