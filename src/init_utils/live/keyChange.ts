export type Range = readonly [number, number];

/** What an axis shows, lower end first. */
export interface View {
  readonly "xaxis.range": Range;
  readonly "yaxis.range": Range;
}

/** How far along each axis an arrow key goes, as a share of what is shown. */
const steps: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ["ArrowLeft", [-0.1, 0]],
  ["ArrowRight", [0.1, 0]],
  ["ArrowDown", [0, -0.1]],
  ["ArrowUp", [0, 0.1]],
]);

/** By how much a key scales what is shown. */
const zooms: ReadonlyMap<string, number> = new Map([
  ["+", 0.8],
  ["=", 0.8],
  ["-", 1.25],
  ["_", 1.25],
]);

/**
 * What a plot shows after a key: arrows move it, + and - zoom, 0 and Home go back to the start. Undefined for every
 * other key.
 */
export function keyChange(key: string, view: View, start: View): View | undefined {
  if (key === "0" || key === "Home") return start;
  if (!steps.has(key) && !zooms.has(key)) return undefined;
  const [x, y] = steps.get(key) ?? [0, 0];
  const zoom = zooms.get(key) ?? 1;
  return {
    "xaxis.range": moved(view["xaxis.range"], x, zoom),
    "yaxis.range": moved(view["yaxis.range"], y, zoom),
  };
}

function moved([low, high]: Range, step: number, zoom: number): Range {
  const middle = (low + high) / 2 + step * (high - low);
  const half = ((high - low) / 2) * zoom;
  return [middle - half, middle + half];
}
