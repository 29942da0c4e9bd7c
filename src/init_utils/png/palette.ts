/** An image as indices of at most 256 colours. */
export interface Paletted {
  readonly indices: Uint8Array;
  /** Red, green and blue of every colour. */
  readonly colors: Uint8Array;
}

const mostColors = 256;

/**
 * Finds a palette for an image. Colours that cover areas stay exactly as they are; of the many in between that
 * soften the edges, similar ones become one when there are too many.
 *
 * @param pixels red, green, blue and alpha of every pixel; alpha is ignored
 */
export function paletteOf(pixels: Uint8Array): Paletted {
  const runs = runsOf(pixels);
  const { chosen, indexOf } = merge(byFrequency(runs));
  const indices = new Uint8Array(pixels.length / 4);
  let start = 0;
  for (const { color, end } of runs) {
    indices.fill(indexOf.get(color) ?? 0, start, end);
    start = end;
  }
  const colors = Uint8Array.from(chosen.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return { indices, colors };
}

/** Neighbours of one colour, up to the pixel `end`. Plots consist of few long runs: a tenth of the time. */
interface Run {
  readonly color: number;
  readonly end: number;
}

function runsOf(pixels: Uint8Array): Run[] {
  const runs: Run[] = [];
  let last = rgb(pixels, 0);
  for (let at = 4; at < pixels.length; at += 4) {
    const color = rgb(pixels, at);
    if (color === last) continue;
    runs.push({ color: last, end: at / 4 });
    last = color;
  }
  return [...runs, { color: last, end: pixels.length / 4 }];
}

function rgb(pixels: Uint8Array, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
}

function byFrequency(runs: readonly Run[]): number[] {
  const counts = new Map<number, number>();
  let start = 0;
  for (const { color, end } of runs) {
    counts.set(color, (counts.get(color) ?? 0) + end - start);
    start = end;
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([color]) => color);
}

/** Compares fewer and fewer bits of the colours until few enough are different; the most frequent of each kind stays. */
function merge(frequent: readonly number[]): { chosen: number[]; indexOf: Map<number, number> } {
  for (let dropped = 0; ; dropped++) {
    const mask = 0x010101 * ((0xff << dropped) & 0xff);
    const kinds = new Map<number, number>();
    const chosen: number[] = [];
    for (const color of frequent) {
      if (kinds.has(color & mask)) continue;
      kinds.set(color & mask, chosen.length);
      chosen.push(color);
    }
    if (chosen.length <= mostColors) {
      return { chosen, indexOf: new Map(frequent.map((color) => [color, kinds.get(color & mask) ?? 0])) };
    }
  }
}
