/** The rings of an SVG path of M, L and z with absolute coordinates. */
export function ringsOf(path: string): [number, number][][] {
  return path
    .split("M")
    .filter(Boolean)
    .map((ring) => {
      if (!/^[-\d. Lz]+$/.test(ring)) throw new Error(`not a path of M, L and z: ${ring.slice(0, 80)}`);
      return ring
        .replace("z", "")
        .split("L")
        .map((point) => point.split(" ").map(Number) as [number, number]);
    });
}

/** Whether a point lies inside, by the even-odd rule. */
export function isInside(rings: readonly (readonly [number, number])[][], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x0, y0] = ring[(i + ring.length - 1) % ring.length]!;
      if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
    });
  }
  return inside;
}
