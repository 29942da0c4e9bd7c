/** A table of grades for another system to take in. */
export interface UploadTable {
  readonly text: string;
  /** What it will not take, or will take otherwise. Printable sentences. */
  readonly warnings: readonly string[];
}

/** Points as systems keep them, with at most five decimals and never an exponent. */
export function roundedPoints(points: number): number {
  return Number(points.toFixed(5));
}
