import type { Submitted } from "../Identity.js";
import { splitTime } from "../time/index.js";
import type { Placement } from "./Layout.js";

/** Whose something is, and when it was handed in, by a name that may end in a time: `ana_2026-11-30-22-59`. */
export function timedName(
  name: string,
  from: Submitted["from"],
): Pick<Placement, "student" | "attempt" | "submitted"> {
  const { name: student, at } = splitTime(name);
  return at === undefined
    ? { student: name }
    : { student, attempt: name, submitted: async () => ({ at, from }) };
}
