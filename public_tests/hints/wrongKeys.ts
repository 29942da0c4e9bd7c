import type { Answer } from "../answer/Answer.js";
import type { Evidence } from "../answer/Evidence.js";
import { list, listWith, quoted } from "../parts/words.js";

interface Keys {
  readonly expected: readonly string[];
  readonly missing: readonly string[];
  /** What is there under other names. */
  readonly additional: readonly string[];
  readonly evidence: Evidence;
}

const findings: readonly ((keys: Keys) => string | undefined)[] = [
  emptyResult,
  undefinedInName,
  perLayerObjects,
  noNumbers,
  otherSpelling,
  countedFromZero,
  layersMissing,
  oneKindMissing,
  otherNames,
];

/**
 * Says why parameters are not found under their names.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongKeys(evidence: Evidence): string | undefined {
  const { entries, value } = evidence.first;
  const expected = Object.keys(evidence.expected);
  const missing = expected.filter((key) => !entries.has(key));
  if (value.kind !== "object" || missing.length === 0) return undefined;
  const additional = [...entries.keys()].filter((key) => !expected.includes(key));
  for (const finding of findings) {
    const hint = finding({ expected, missing, additional, evidence });
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function emptyResult({ evidence }: Keys): string | undefined {
  if (evidence.first.entries.size > 0) return undefined;
  return "The object that comes back is empty: does the loop run, and does it put W and b of every layer into parameters?";
}

function undefinedInName({ additional }: Keys): string | undefined {
  const odd = additional.find((key) => /undefined|NaN|\[object/.test(key));
  if (odd === undefined) return undefined;
  return `A parameter is called ${quoted(odd)}: where the number of the layer belongs there is something else; "W" + l is enough.`;
}

function perLayerObjects({ additional, evidence }: Keys): string | undefined {
  const nested = additional.filter((key) =>
    evidence.first.entries.get(key)!.keys.some((inner) => /^(w|b)/i.test(inner)),
  );
  if (nested.length === 0) return undefined;
  return `${listWith(nested.map(quoted), "holds an object", "hold objects")} with the parameters of a layer: they belong side by side in one object, as W1, b1, W2, b2, …`;
}

function noNumbers({ missing, additional, expected }: Keys): string | undefined {
  const bare = additional.filter((key) => /^(w|b)$/i.test(key));
  if (bare.length === 0 || missing.length < expected.length) return undefined;
  return `${listWith(bare.map(quoted), "has", "have")} no number: every layer has its own, W1, b1, W2, b2, …`;
}

function otherSpelling({ missing, additional }: Keys): string | undefined {
  const pairs = missing.map(
    (key) => [key, additional.find((name) => letters(name) === letters(key))] as const,
  );
  const found = pairs
    .filter(([, name]) => name !== undefined)
    .map(([key, name]) => `${quoted(name!)} for ${key}`);
  return found.length === 0
    ? undefined
    : `Names must be written exactly as expected, capital letters too: there is ${list(found)}.`;
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function countedFromZero({ missing, additional, expected, evidence }: Keys): string | undefined {
  const last = evidence.first.layers_dims.length - 1;
  if (!additional.includes("W0") || !missing.includes(`W${last}`) || !expected.includes(`W${last}`))
    return undefined;
  return `The layers are counted from 0 (W0): the input is layer 0 and has no parameters, the first that has is layer 1, the last layer ${last}.`;
}

function layersMissing({ missing, evidence: { first, other } }: Keys): string | undefined {
  const [count, otherCount] = [first, other].map(countLayers);
  if (!count || !otherCount || missing.some((key) => Number(/\d+$/.exec(key)?.[0]) <= count))
    return undefined;
  const [last, otherLast] = [first.layers_dims.length - 1, other.layers_dims.length - 1];
  if (count === 1 && otherCount === 1)
    return `Only the parameters of layer 1 are there, with ${last} layers as with ${otherLast}: does the loop end after its first round, because \`return\` stands inside it (or a brace } is missing)?`;
  if (count !== last - 1 || otherCount !== otherLast - 1) return undefined;
  return `The parameters of the last layer are missing, ${list(missing)}: does the loop end one layer too early?`;
}

/** How many layers have weights, counted from layer 1 on; 0 when they are not the first ones. */
function countLayers({ entries }: Answer): number {
  const names = [...entries.keys()].filter((key) => /^W\d+$/.test(key));
  return names.every((_, i) => entries.has(`W${i + 1}`)) ? names.length : 0;
}

function oneKindMissing({ missing, expected }: Keys): string | undefined {
  const kind = missing[0]!.charAt(0);
  const allOfKind = expected.filter((key) => key.startsWith(kind));
  if (allOfKind.join() !== missing.join() || allOfKind.length === expected.length) return undefined;
  return `${listWith(missing, "is", "are")} missing, all others are there: is there a line for parameters["${kind}" + l]?`;
}

function otherNames({ missing, additional }: Keys): string | undefined {
  const digits = (name: string) => /\d+$/.exec(name)?.[0];
  if (!missing.every((key) => additional.some((name) => digits(name) === digits(key)))) return undefined;
  return `The parameters have other names: ${listWith(additional.map(quoted), "is", "are")} there, but they must be called ${list(missing)}.`;
}
