import { describe, expect, test } from "vitest";
import type { DecisionGrid } from "../../../src/init_utils/regions/DecisionGrid.ts";
import { type Outline, regionOutlines } from "../../../src/init_utils/regions/regionOutlines.ts";
import { isInside } from "../../support/polygon.ts";

const grid: DecisionGrid = { x1: -2, x2: -1, step: 0.05, columns: 81, rows: 41 };

type Region = (x: number, y: number) => boolean;

const evaluate = (region: Region, { columns, rows, x1, x2, step }: DecisionGrid): Uint8Array =>
  Uint8Array.from({ length: columns * rows }, (_, i) =>
    Number(region(x1 + (i % columns) * step, x2 + Math.floor(i / columns) * step)),
  );

function rings({ x, y }: Outline): [number, number][][] {
  const found: [number, number][][] = [[]];
  x.forEach((value, i) => {
    if (value === null) found.push([]);
    else found.at(-1)!.push([value, y[i]!]);
  });
  return found.filter((ring) => ring.length > 0);
}

/** Places that are not within a step of a change, where the outline may run on either side. */
function clearPlaces(region: Region): [number, number][] {
  const places: [number, number][] = [];
  for (let x = -1.97; x < 2; x += 0.083) {
    for (let y = -0.98; y < 1; y += 0.071) {
      const around = [-0.06, 0, 0.06].flatMap((dx) => [-0.06, 0, 0.06].map((dy) => region(x + dx, y + dy)));
      if (new Set(around).size === 1) places.push([x, y]);
    }
  }
  return places;
}

const regions: Record<string, Region> = {
  "a half plane": (x) => x > 0.31,
  "a ring around a disc": (x, y) =>
    Math.hypot(x, y) < 0.3 || (Math.hypot(x, y) > 0.5 && Math.hypot(x, y) < 0.8),
  "stripes that touch the edges": (x) => Math.sin(6 * x) > 0,
  "all of it": () => true,
  nothing: () => false,
};

describe("regionOutlines", () => {
  test.each(Object.entries(regions))(
    "regionOutlines encloses %s, and the rest with the other outline",
    (_, region) => {
      const [zeros, ones] = regionOutlines(evaluate(region, grid), grid).map(rings);
      const places = clearPlaces(region);
      expect(places.length).toBeGreaterThan(800);
      expect(places.filter(([x, y]) => isInside(ones!, x, y) !== region(x, y))).toEqual([]);
      expect(places.filter(([x, y]) => isInside(zeros!, x, y) === region(x, y))).toEqual([]);
    },
  );

  test("regionOutlines keeps corners only", () => {
    const [, ones] = regionOutlines(evaluate(regions["a half plane"]!, grid), grid);
    expect(ones.x.length).toBeLessThanOrEqual(10);
  });

  test("regionOutlines bounds what it returns when neighbours differ everywhere", () => {
    const large = { ...grid, columns: 420, rows: 417 };
    const checkered = Uint8Array.from({ length: 420 * 417 }, (_, i) => ((i * 2654435761) >>> 16) & 1);
    const [zeros, ones] = regionOutlines(checkered, large);
    expect(zeros.x.length + ones.x.length).toBeLessThan(12000);
    expect(ones.x.length).toBeGreaterThan(100);
  });
});
