/** The words and marks of a text, with how often each comes. */
export interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Of a longer text only the beginning is looked at. */
const longest = 50_000;

export function wordsOf(text: string): Words {
  const words = text.slice(0, longest).match(/[\p{L}\p{N}_$]+|[^\s]/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/**
 * How much two texts have in common: the part of their words that is in both, whatever the order, from 0 to 1
 * (Dice's coefficient of the two bags of words, 2·|A ∩ B| / (|A| + |B|)). Pairs whose lengths alone rule out `least`
 * cost nothing, and count as 0.
 */
export function likeness(one: Words, other: Words, least: number = 0): number {
  const both = one.total + other.total;
  if (both === 0 || (2 * Math.min(one.total, other.total)) / both < least) return 0;
  const [small, large] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of small.counts) common += Math.min(count, large.counts.get(word) ?? 0);
  return (2 * common) / both;
}
