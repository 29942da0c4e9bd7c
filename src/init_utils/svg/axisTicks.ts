import { tickStep, ticks } from "d3-array";
import type { Axis } from "../figure/Figure.js";

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Round values across an axis, about `count` of them or one every `dtick`, with their labels. */
export function axisTicks({ range: [low, high], dtick }: Axis, count: number): Tick[] {
  const step = dtick ?? tickStep(low, high, count);
  const values = dtick ? multiples(low, high, dtick) : ticks(low, high, count);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return values.map((value) => ({ value, label: tickLabel(value, step, largest) }));
}

function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step);
}

/** The value with as many digits as tell it from its neighbours; very large and very small ones with an exponent. */
function tickLabel(value: number, step: number, largest: number): string {
  const stepExponent = Math.floor(Math.log10(step) + 1e-9);
  const needsExponent = largest >= 1e6 || largest < 1e-4;
  const label =
    needsExponent && value !== 0
      ? value.toExponential(Math.max(0, exponentOf(value) - stepExponent))
      : value.toFixed(needsExponent ? 0 : Math.min(20, Math.max(0, -stepExponent)));
  return label.replace(/^-0(\.0*)?$/, "0").replaceAll("-", "\u2212");
}

function exponentOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)) + 1e-9);
}
