import { compareNames } from "../files/index.js";
import { byName } from "./byName.js";

/** The order of students' names as people see it, é beside e and 10 after 9; no two names are equal in it. */
export function compareStudents(one: string, other: string): number {
  return byName.compare(one, other) || compareNames(one, other);
}
