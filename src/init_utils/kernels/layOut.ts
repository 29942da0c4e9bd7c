import { paddedColumns } from "./Kernels.js";
import { parameterOffsets, type Sizes } from "./Pass.js";

type Addresses = readonly [number, number, number];

/** The addresses, in bytes, of everything that a training step computes with, for up to `columns` examples at a time. */
export interface Layout {
  readonly sizes: Sizes;
  /** The number of examples of the whole pass. */
  readonly m: number;
  /** How many of them are in memory at a time. */
  readonly columns: number;
  /** W1, W2, W3 and b1, b2, b3. */
  readonly W: Addresses;
  readonly b: Addresses;
  /** The block of all gradients, how many numbers it has, and where each of them lies in it. */
  readonly gradients: number;
  readonly length: number;
  readonly dW: Addresses;
  readonly db: Addresses;
  readonly x: number;
  readonly y: number;
  readonly a1: number;
  readonly a2: number;
  readonly a3: number;
  readonly dz1: number;
  readonly dz2: number;
  readonly dz3: number;
  readonly losses: number;
  /** Where the layout ends. */
  readonly end: number;
}

/** About so many numbers are kept at a time; more examples are computed in chunks, so that memory is bounded. */
const budget = 2 ** 20;

/** Lays out the memory for a network and m examples. */
export function layOut(sizes: Sizes, m: number, start: number): Layout {
  const [n0, n1, n2, n3] = sizes;
  const offsets = parameterOffsets(sizes);
  const perExample = n0 + 2 * (n1 + n2) + 4 * n3;
  const columns = Math.min(paddedColumns(m), Math.max(64, paddedColumns(Math.floor(budget / perExample))));
  let next = start;
  const take = (count: number): number => {
    const address = next;
    next += Math.ceil(count / 8) * 64;
    return address;
  };
  const [parameters, gradients] = [take(offsets.length), take(offsets.length)];
  const [x, y, losses] = [take(n0 * columns), take(n3 * columns), take(n3 * columns)];
  const [a1, a2, a3] = [take(n1 * columns), take(n2 * columns), take(n3 * columns)];
  const [dz1, dz2, dz3] = [take(n1 * columns), take(n2 * columns), take(n3 * columns)];
  return {
    sizes,
    m,
    columns,
    W: within(parameters, offsets.W),
    b: within(parameters, offsets.b),
    gradients,
    length: offsets.length,
    dW: within(gradients, offsets.W),
    db: within(gradients, offsets.b),
    x,
    y,
    a1,
    a2,
    a3,
    dz1,
    dz2,
    dz3,
    losses,
    end: next,
  };
}

/** Where three parameters lie in a block of all. */
function within(block: number, [first, second, third]: Addresses): Addresses {
  return [block + 8 * first, block + 8 * second, block + 8 * third];
}
