import { paletteOf } from "./palette.js";

/** The parts of node:zlib that a PNG takes. */
export interface Zlib {
  deflateSync(data: Uint8Array, options: { level: number }): Uint8Array;
  crc32(data: Uint8Array): number;
}

/**
 * Writes opaque pixels as a PNG with a palette: a third of the bytes that full colours take.
 *
 * @param pixels red, green, blue and alpha of every pixel, row by row; alpha is ignored
 *
 * Source: https://www.w3.org/TR/png-3/
 */
export function encodePng(pixels: Uint8Array, width: number, height: number, zlib: Zlib): Uint8Array {
  const { indices, colors } = paletteOf(pixels);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3], 8); // 8 bits a pixel, which are indices of a palette
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header, zlib),
    chunk("PLTE", colors, zlib),
    chunk("IDAT", zlib.deflateSync(scanlines(indices, width, height), { level: 6 }), zlib),
    chunk("IEND", new Uint8Array(0), zlib),
  ]);
}

/** Every row begins with its filter: 0, none, the best one for indices. */
function scanlines(indices: Uint8Array, width: number, height: number): Uint8Array {
  const lines = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    lines.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return lines;
}

/** Length, name, content, checksum of name and content. */
function chunk(name: string, content: Uint8Array, { crc32 }: Zlib): Uint8Array {
  const named = joined([new TextEncoder().encode(name), content]);
  return joined([bigEndian(content.length), named, bigEndian(crc32(named))]);
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
