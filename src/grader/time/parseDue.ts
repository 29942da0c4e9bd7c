import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/index.js";
import { parseTime } from "./parseTime.js";

/**
 * Reads the time at which submissions were due.
 *
 * @param text ISO 8601 with a time zone, or without one for this machine's
 * @returns milliseconds since 1970
 * @throws {UsageError} when it is no time, or a day without one: whether that ends it or begins it, nobody can tell
 *
 * @example
 * parseDue("2026-11-30T23:59+01:00"); // 1796079540000
 */
export function parseDue(text: string): number {
  const due = parseTime(text);
  if (due !== undefined) return due;
  throw new UsageError(
    `--due: expected a day and a time such as 2026-11-30T23:59+01:00, 2026-11-30T22:59Z, "2026-11-30 23:59 Europe/Berlin", or 2026-11-30T23:59 in this machine's time zone, got "${printable(text, 100)}".`,
  );
}
