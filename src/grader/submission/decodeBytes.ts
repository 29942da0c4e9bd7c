import { UnreadableError } from "./UnreadableError.js";

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/**
 * Brings a text that comes piece by piece into UTF-8, without a byte order mark. UTF-16 is known by its mark or by
 * the zero that stands beside the first character, which is an ASCII one in every notebook.
 *
 * @param head the first bytes of the text, which the pieces contain too: at least four where there are as many
 * @throws {UnreadableError} when UTF-16 turns out to be none
 */
export async function* decodeBytes(
  head: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { encoding, mark } = encodingOf(head);
  const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  let toSkip = mark;
  for await (const piece of pieces) {
    const bytes = piece.subarray(toSkip);
    toSkip -= piece.length - bytes.length;
    yield decoder === undefined ? bytes : encoder.encode(decodeUtf16(decoder, bytes, true));
  }
  if (decoder !== undefined) yield encoder.encode(decodeUtf16(decoder, new Uint8Array(), false));
}

function decodeUtf16(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new UnreadableError("its text begins as UTF-16, but is broken. Save it again as UTF-8.");
  }
}

function encodingOf(head: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (isAscii(first) && second === 0) return { encoding: "utf-16le", mark: 0 };
  if (first === 0 && isAscii(second)) return { encoding: "utf-16be", mark: 0 };
  return { encoding: "utf-8", mark: 0 };
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}
