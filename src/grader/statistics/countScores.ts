import type { GradeRow } from "../gradebook/index.js";
import type { ScoreBin, Scores } from "./Summary.js";
import { numberText } from "./words.js";

/** More different scores than this are counted in tenths. */
const mostBars = 11;

/**
 * Counts scores: each of them where there are few, else in tenths of what there is to be had. The last tenth is that of
 * full marks alone, as who has them needs nothing more.
 *
 * @param rows of those who handed in
 */
export function countScores(rows: readonly GradeRow[]): Scores | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const isOne = rows.every(({ maxScore }) => maxScore === first.maxScore);
  const maxScore = isOne ? first.maxScore : 100;
  const scoreOf = (row: GradeRow): number =>
    isOne ? row.score : (100 * row.score) / Math.max(row.maxScore, Number.MIN_VALUE);
  const values = rows.map(scoreOf).toSorted((one, other) => one - other);
  const distinct = [...new Set(values)];
  const bins = distinct.length <= mostBars ? distinct.map(onlyThis) : tenths(maxScore, values.at(-1) ?? 0);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    median: ((values[(values.length - 1) >> 1] ?? 0) + (values[values.length >> 1] ?? 0)) / 2,
    fullMarks: rows.filter((row) => row.score >= row.maxScore).length,
    maxScore,
    unit: isOne ? "points" : "percent",
    bins: bins.map((bin) => filled(bin, rows, scoreOf)),
  };
}

interface Range {
  readonly label: string;
  readonly has: (value: number) => boolean;
}

function onlyThis(score: number): Range {
  return { label: numberText(score), has: (value) => value === score };
}

function tenths(maxScore: number, highest: number): Range[] {
  const bounds = Array.from({ length: 11 }, (_, tenth) => (maxScore * tenth) / 10);
  const below = bounds.slice(0, -1).map((from, tenth) => {
    const to = bounds[tenth + 1] ?? maxScore;
    const has = (value: number): boolean => (tenth === 0 || value >= from) && value < to;
    return { label: `${numberText(from)} to below ${numberText(to)}`, has };
  });
  const label = highest > maxScore ? `${numberText(maxScore)} or more` : numberText(maxScore);
  return [...below, { label, has: (value) => value >= maxScore }];
}

function filled(
  { label, has }: Range,
  rows: readonly GradeRow[],
  scoreOf: (row: GradeRow) => number,
): ScoreBin {
  const here = rows.filter((row) => has(scoreOf(row)));
  const waiting = here.filter(({ needsPerson }) => needsPerson.length > 0).length;
  return { label, settled: here.length - waiting, waiting };
}
