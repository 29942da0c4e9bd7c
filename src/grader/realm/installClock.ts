import {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  mapGet,
  mapSet,
  NativeMap,
} from "../values/primordials.js";
import { put, putGlobal } from "./putGlobal.js";

/**
 * Makes Date, and Intl where it is given none, tell the time of a clock that stands still while code runs.
 *
 * @param now milliseconds since 1970
 */
export function installClock(now: () => number): void {
  const NativeDate = Date;
  const dateText = Date.prototype.toString;
  const replaced = new Proxy(NativeDate, {
    construct: (target, parameters, newTarget) =>
      construct(target, parameters.length === 0 ? [now()] : parameters, newTarget) as Date,
    apply: () => apply(dateText, new NativeDate(now()), []),
  });
  putGlobal("Date", replaced);
  put(NativeDate.prototype, "constructor", replaced);
  put(NativeDate, "now", () => now());
  installFormats(now);
  // Not in Node.js 20, which the kernel may run on, and it reads the machine's clock.
  Reflect.deleteProperty(globalThis, "Temporal");
}

type Format = Intl.DateTimeFormat;

/** Without a date they would take the machine's. */
function installFormats(now: () => number): void {
  const { prototype } = Intl.DateTimeFormat;
  const nativeParts = prototype.formatToParts;
  const nativeFormat = getOwnPropertyDescriptor(prototype, "format")!.get!;
  const or = (date: unknown): unknown => (date === undefined ? now() : date);
  put(prototype, "formatToParts", function formatToParts(this: Format, date?: unknown): unknown {
    return apply(nativeParts, this, [or(date)]);
  });
  const bound = new NativeMap<Format, (date?: unknown) => unknown>();
  const get = function format(this: Format): (date?: unknown) => unknown {
    const native = apply(nativeFormat, this, []) as (date: unknown) => unknown;
    // The same function every time, as the language has it.
    const known = mapGet(bound, this) as ((date?: unknown) => unknown) | undefined;
    const format = known ?? ((date?: unknown) => native(or(date)));
    mapSet(bound, this, format);
    return format;
  };
  defineProperty(prototype, "format", { get, configurable: true, enumerable: false });
}
