import { UsageError } from "../../instructor/UsageError.js";
import { printable } from "../submission/printable.js";

/** What is said where a file or folder that somebody named cannot be read. */
export function unreadable(path: string, error: NodeJS.ErrnoException): UsageError {
  const why = error.code === "ENOENT" ? "there is no such file or folder" : printable(error.message, 300);
  return new UsageError(`${printable(path, 300)} cannot be read: ${why}.`);
}
