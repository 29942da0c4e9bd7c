import { InvalidArgumentError } from "commander";

/** Refuses an option's value that is blank, as an unset variable in a shell makes it. */
export function notEmpty(value: string): string {
  if (value.trim() === "") throw new InvalidArgumentError("expected the name of a file.");
  return value;
}
