import { parseTime } from "./parseTime.js";

const ending =
  /^(?<name>.*?[^ _.@+-])[ _.@+-]+(?:attempt[ _-])?(?<time>\d{4}-\d\d-\d\d[Tt_ -]\d\d[:.-]?\d\d(?:[:.-]?\d\d)?Z?)$/;

/**
 * Parts a name that ends in a time from it.
 *
 * @returns the name alone, and the time in milliseconds since 1970 where there is one; without a time zone it is this
 *   machine's
 *
 * @example
 * splitTime("ana_2026-11-30-22-59-00Z"); // { name: "ana", at: 1796079540000 }
 */
export function splitTime(text: string): { readonly name: string; readonly at?: number } {
  const { name, time } = ending.exec(text)?.groups ?? {};
  const at = time === undefined ? undefined : parseTime(time);
  return name === undefined || at === undefined ? { name: text } : { name, at };
}
