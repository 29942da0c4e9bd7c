import { UsageError } from "../../instructor/UsageError.js";
import type { Table } from "../csv/index.js";
import { printable } from "../submission/index.js";

/** Which of a roster's columns says what; `undefined` where none does. */
export interface RosterColumns {
  /** What submissions call a student. */
  readonly student: string | undefined;
  readonly name: string | undefined;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  readonly submitted: string | undefined;
  readonly role: string | undefined;
}

const studentHeaders = [
  ["student", "studentid", "studentnumber", "username", "user", "userid", "login", "netid"],
  ["id", "sisloginid", "sisuserid", "sid", "identifier", "idnumber", "participant"],
].flat();

/**
 * Finds a roster's columns by their headers, of which letters and digits count and case does not. It may be a table of
 * one's own, or what a system writes: Moodle's grading worksheet, Canvas's gradebook, Gradescope's roster.
 *
 * @throws {UsageError} when nothing in it says who is who
 */
export function rosterColumns({ columns, name: file }: Table): RosterColumns {
  const find = (...headers: string[]): string | undefined =>
    headers.map((header) => columns.find((column) => plain(column) === header)).find((found) => found);
  const found = {
    name: find("name", "fullname", "studentname", "displayname"),
    firstName: find("firstname", "givenname", "forename"),
    lastName: find("lastname", "surname", "familyname"),
    email: find("email", "emailaddress", "mail", "studentemail"),
    submitted: find("submitted", "submittedat", "submissiontime", "lastmodifiedsubmission"),
    role: find("role", "roles"),
  };
  // Canvas's gradebook: the name is called Student, and has the number of the user beside it.
  const isNamedStudent =
    found.name === undefined && find("student") !== undefined && find("id") !== undefined;
  const all = isNamedStudent
    ? { ...found, name: find("student"), student: find("id") }
    : { ...found, student: find(...studentHeaders) };
  if ([all.student, all.email, all.name, all.lastName].some((column) => column !== undefined)) return all;
  throw new UsageError(
    `${file}, row 1: expected a column "student" (what submissions call a student), "email" or "name", got ${columns.map((column) => `"${printable(column, 50)}"`).join(", ")}.`,
  );
}

function plain(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
