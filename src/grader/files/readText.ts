import type { FoundFile } from "./FoundFile.js";

/**
 * Reads a small file that a system wrote, as UTF-8.
 *
 * @returns `undefined` when it is longer than `mostBytes`, or cannot be read
 */
export async function readText(file: FoundFile, mostBytes: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of file.read()) {
      pieces.push(piece);
      length += piece.length;
      if (length > mostBytes) return undefined;
    }
  } catch {
    return undefined;
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
