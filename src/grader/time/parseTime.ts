import { TZDate } from "@date-fns/tz";

const form =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[Tt_ -](?<hour>\d\d)[:.-]?(?<minute>\d\d)(?:[:.-]?(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?) ?(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?|[A-Za-z][A-Za-z0-9_+/-]+)?$/;

/**
 * Reads a time as systems write it: ISO 8601, `2015-02-02 14:58:23.948203 America/Los_Angeles` (nbgrader),
 * `2023-09-12 03:32:14.123456000 Z` (Ruby), `2016-01-30-20-30-10` (in names of files).
 *
 * @param zoneless what a time without a time zone means: an IANA name; left out: this machine's time zone
 * @returns milliseconds since 1970, or `undefined` when it is no such time
 *
 * @example
 * parseTime("2015-02-02 14:58:23 America/Los_Angeles"); // 1422917903000
 */
export function parseTime(text: string, zoneless?: string): number | undefined {
  const parts = form.exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const { year, month, day, hour, minute, second = "0", fraction = "0", zone = zoneless } = parts;
  const milliseconds = Math.trunc(Number(`0.${fraction}`) * 1000);
  const clock = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = clock;
  // What no calendar and no clock shows would be carried over silently: the 31st of June becomes the first of July.
  const shown = new Date(Date.UTC(y, m - 1, d, h, min, s));
  const isReal = [shown.getUTCMonth() + 1, shown.getUTCDate(), shown.getUTCHours(), shown.getUTCMinutes()];
  if (isReal.join() !== [m, d, h, min].join() || s > 59) return undefined;
  const at =
    zone === undefined
      ? new Date(y, m - 1, d, h, min, s, milliseconds).getTime()
      : new TZDate(y, m - 1, d, h, min, s, milliseconds, zone === "Z" ? "UTC" : zone).getTime();
  return Number.isNaN(at) ? undefined : at;
}
