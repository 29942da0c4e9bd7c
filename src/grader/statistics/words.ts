/** A number as people write it, with at most two digits after the point. */
export function numberText(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** @example counted(1, "student"); // 1 student */
export function counted(count: number, one: string, several: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

const units = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
] as const;

/**
 * A length of time in its two largest units.
 *
 * @example durationText(93_784); // 1 d 2 h
 */
export function durationText(seconds: number): string {
  const first = units.findIndex(([, length]) => seconds >= length);
  if (first < 0) return "0 s";
  let rest = seconds;
  const parts = units.slice(first, first + 2).flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.join(" ");
}
