import { apply, construct } from "../values/primordials.js";
import { put, putGlobal } from "./putGlobal.js";

/**
 * Makes Date and performance tell the time of a clock that stands still while code runs.
 *
 * @param now milliseconds since 1970
 * @param elapsed milliseconds since the guest's start
 */
export function installClock(now: () => number, elapsed: () => number): void {
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
  const { performance } = globalThis as unknown as { performance: object };
  put(performance, "now", () => elapsed());
  put(performance, "timeOrigin", now());
  // Not in Node.js 20, which the kernel may run on, and it reads the machine's clock.
  Reflect.deleteProperty(globalThis, "Temporal");
}
