import { createRandom, tf } from "init_utils";
import type { Call } from "./Recorder.js";

type Random = ReturnType<typeof createRandom>;

const mostCalls = 60;
const variationsOfEach = 6;

/**
 * Calls like those that tests made, with other numbers and other lengths: what whole numbers and positive ones were,
 * stays so, because other arguments may mean nothing to the function.
 *
 * @returns the calls themselves, and the like of them; the same ones every time
 */
export function similarInputs(calls: readonly Call[]): readonly Call[] {
  const random = createRandom(1);
  const varied = calls.flatMap((call) =>
    Array.from({ length: variationsOfEach }, () => ({
      ...call,
      args: call.args.map((arg) => vary(arg, random)),
    })),
  );
  const all = new Map(
    [...calls, ...varied].map((call) => [`${call.name} ${JSON.stringify(call.args)}`, call]),
  );
  return [...all.values()].slice(0, mostCalls);
}

function vary(value: unknown, random: Random): unknown {
  if (typeof value === "number") return varyNumber(value, random);
  if (typeof value === "boolean") return random.randint(0, 2) === 1;
  if (Array.isArray(value)) return varyList(value, random);
  if (value instanceof tf.Tensor) {
    const numbers = Array.from(value.dataSync(), (one) => varyNumber(Number(one), random));
    return tf.tensor(numbers, value.shape);
  }
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, vary(one, random)]));
  return value;
}

function varyNumber(value: number, random: Random): number {
  if (!Number.isFinite(value)) return value;
  if (!Number.isInteger(value)) return value * (0.5 + random.rand());
  if (value === 0) return random.randint(0, 3);
  return Math.sign(value) * random.randint(1, 2 * Math.abs(value) + 3);
}

/** Lists of numbers get longer and shorter, too; rows of a matrix have to stay as long as each other. */
function varyList(list: readonly unknown[], random: Random): unknown[] {
  const isFlat = list.length > 1 && list.every((one) => typeof one === "number");
  if (!isFlat) return list.map((one) => vary(one, random));
  const length = Math.max(2, list.length + random.randint(-1, 3));
  return Array.from({ length }, (_, index) => vary(list[index % list.length], random));
}
