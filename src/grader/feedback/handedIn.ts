import type { Lateness } from "../roster/index.js";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/**
 * When something was handed in, as a sentence.
 *
 * @example
 * handedIn({ submittedAt: "2026-11-30T22:59:00Z", from: "timestamp.txt", lateBySeconds: 7260 }).split(", ")[1]; // 2 hours 1 minute late (from timestamp.txt). Being late is shown here
 */
export function handedIn({ submittedAt, from, lateBySeconds }: Lateness): string {
  const at = submittedAt === undefined ? undefined : new Date(submittedAt);
  const when =
    at === undefined || Number.isNaN(Number(at)) ? "Handed in" : `Handed in on ${day.format(at)} UTC`;
  if (lateBySeconds === 0) return at === undefined ? "" : `${when} (from ${from}).`;
  const late = lateBySeconds === undefined ? "late" : `${duration(lateBySeconds)} late`;
  return `${when}, ${late} (from ${from}). Being late is shown here, and takes nothing off these points.`;
}

/**
 * A time in its two largest units.
 *
 * @example
 * duration(90_061); // 1 day 1 hour
 */
export function duration(seconds: number): string {
  const units = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  const parts = units.slice(first, first + 2).map(([name, size], index) => {
    const count = Math.floor((index === 0 ? seconds : seconds % (units[first]?.[1] ?? 1)) / size);
    return count === 0 ? "" : `${count} ${name}${count === 1 ? "" : "s"}`;
  });
  return parts.filter((part) => part !== "").join(" ");
}
