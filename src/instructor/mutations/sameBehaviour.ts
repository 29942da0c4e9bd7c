import { tf } from "init_utils";
import type { Assignment } from "../../grader/Assignment.js";
import type { CellCompiler } from "../../grader/compile/index.js";
import { Exchange, type TensorFlow, tensorsOf } from "../../grader/exchange/index.js";
import { defaultLimits, type Guest, type Outcome, type Sandbox } from "../../grader/sandbox/index.js";
import type { Call } from "./Recorder.js";

export interface Laboratory {
  readonly assignment: Assignment;
  readonly compiler: Pick<CellCompiler, "toScript">;
  readonly sandbox: Sandbox;
}

/** What an answer gave for each call: `undefined` where it threw, nothing more once it had died. */
export type Behaviour = readonly (Gave | undefined)[];
interface Gave {
  readonly value: unknown;
}

const seconds = 10;
const clock = Date.UTC(2026, 0, 1, 12);

/**
 * What an answer does with inputs, in a sandbox of its own, each twice: a function that remembers gives itself away.
 *
 * @param names what the answer defines: values that are no functions are looked at, too
 */
export async function behaviourOf(
  { assignment, compiler, sandbox }: Laboratory,
  answers: ReadonlyMap<string, string>,
  { names, calls }: { readonly names: readonly string[]; readonly calls: readonly Call[] },
): Promise<Behaviour> {
  const options = { imports: assignment.imports, seed: "check", clock, limits: defaultLimits };
  const guest = await sandbox.start(options);
  try {
    for (const { cellType, role, skip, gradeId = "", source } of assignment.cells) {
      if (cellType !== "code" || role === "test" || skip) continue;
      const compiled = await compiler.toScript(answers.get(gradeId) ?? source);
      if (compiled.kind === "script") await guest.run({ name: gradeId, script: compiled.script }, seconds);
    }
    return await ask(guest, names, calls);
  } finally {
    await guest.end();
  }
}

async function ask(guest: Guest, names: readonly string[], calls: readonly Call[]): Promise<Behaviour> {
  const exchange = new Exchange("judge", tensorsOf(tf as unknown as TensorFlow));
  const behaviour: (Gave | undefined)[] = [];
  for (const name of names) behaviour.push(gave(exchange, await guest.read(name, seconds)));
  for (const { name, args } of calls) {
    // Once in a row, because many functions start from a seed; and again later would tell no more.
    for (let time = 0; time < 2; time++)
      behaviour.push(gave(exchange, await guest.call(name, exchange.encode(structuredCopy(args)), seconds)));
  }
  return behaviour;
}

/** A list that was passed once is known to the guest as the object that it may have changed. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, structuredCopy(one)]));
}

function gave(exchange: Exchange, outcome: Outcome): Gave | undefined {
  if (outcome.kind !== "done") return undefined;
  try {
    return { value: outcome.value === undefined ? undefined : exchange.decode(outcome.value) };
  } catch {
    return undefined;
  }
}

/**
 * Whether an answer does what the solution does, wherever the solution gives something.
 *
 * @returns undefined where nothing was asked, so that nobody knows
 */
export function isSame(solution: Behaviour, answer: Behaviour): boolean | undefined {
  const asked = solution.flatMap((right, index) => (right === undefined ? [] : [{ right, index }]));
  if (!asked.some(({ right }) => typeof right.value !== "function")) return undefined;
  return asked.every(({ right, index }) => {
    const other = answer[index];
    return other !== undefined && alike(right.value, other.value, 0);
  });
}

/** Numbers as the checkers compare them: |a - b| ≤ 1e-8 + 1e-5·|b|; NaN is like NaN here, because both came of it. */
function alike(one: unknown, other: unknown, depth: number): boolean {
  if (Object.is(one, other) || depth > 50) return true;
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= 1e-8 + 1e-5 * Math.abs(one);
  if (typeof one === "function" && typeof other === "function") return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof tf.Tensor || other instanceof tf.Tensor) return sameTensors(one, other);
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) &&
      alike((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], depth + 1),
  );
}

function sameTensors(one: object, other: object): boolean {
  if (!(one instanceof tf.Tensor) || !(other instanceof tf.Tensor)) return false;
  if (one.isDisposed || other.isDisposed) return one.isDisposed === other.isDisposed;
  const [left, right] = [one.dataSync(), other.dataSync()];
  return (
    one.shape.join() === other.shape.join() &&
    left.every((value, index) => alike(Number(value), Number(right[index]), 0))
  );
}
