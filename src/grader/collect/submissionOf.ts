import { type FoundFile, isZip, type Tell } from "../files/index.js";
import type { Identity, Submitted } from "../Identity.js";
import type { Placement } from "../layouts/index.js";
import { nothingBut, type ReadLimits, readSubmission } from "../submission/index.js";
import { chooseAttempt } from "./chooseAttempt.js";
import { chooseNotebook } from "./chooseNotebook.js";
import type { Submission } from "./Submission.js";
import { unpack } from "./unpack.js";

/** A file of a student, and where it was found. */
export interface Placed extends Placement {
  /** The same for all files of a submission. */
  readonly key: string;
  /** The name of the folder or archive that was named; empty where the file was. */
  readonly root: string;
  /** Whether the file's own time tells when it was handed in. */
  readonly keepsTimes: boolean;
}

interface Context {
  readonly assignment: string;
  readonly tell: Tell;
  readonly limits: ReadLimits | undefined;
}

/** Makes one submission of all that a student handed in. */
export async function submissionOf(
  student: string,
  placed: readonly Placed[],
  { assignment, tell, limits }: Context,
): Promise<Submission> {
  const attempt = await chooseAttempt(placed);
  const faults: string[] = [];
  const owners = await unpackAll(attempt.placed, tell, faults);
  const wereNamed = attempt.placed.every(({ root, file }) => root === "" && !isZip(file));
  const chosen = chooseNotebook([...owners.keys()], assignment, wereNamed);
  const owner = (chosen.file && owners.get(chosen.file)) ?? attempt.placed[0];
  if (owner === undefined) throw new Error(`nothing was handed in by ${student}`);
  const told = await owner.submitted?.();
  // In an archive that a student made, times are what the student says.
  const submitted = told ?? (owner.keepsTimes ? timeOf(owner.file) : undefined);
  const whose = { ...identityOf(owner, student), ...(submitted && { submitted }), ...lateMark(owner) };
  if (chosen.file !== undefined) {
    const { file } = chosen;
    const notes = [...attempt.notes, ...chosen.notes];
    return { ...whose, path: file.path, notes, ...reading(() => file.read(), limits) };
  }
  const reason = faults[0] ?? chosen.reason;
  const { path } = owner.file;
  return { ...whose, path, notes: attempt.notes, ...reading(() => nothingBut(reason), limits) };
}

function reading(
  bytes: Submission["bytes"],
  limits: ReadLimits | undefined,
): Pick<Submission, "bytes" | "read"> {
  return { bytes, read: () => readSubmission(bytes(), limits) };
}

function identityOf({ name, email, ids }: Placed, student: string): Identity {
  return {
    student,
    ...(name !== undefined && { name: name.normalize("NFC") }),
    ...(email !== undefined && { email }),
    ...(ids !== undefined && { ids }),
  };
}

function lateMark({ markedLate }: Placed): { readonly markedLate?: boolean } {
  return markedLate === undefined ? {} : { markedLate };
}

function timeOf({ modified }: FoundFile): Submitted | undefined {
  return modified === undefined ? undefined : { at: modified, from: "the file's time" };
}

/** All files, those in archives too, with what they came with. */
async function unpackAll(
  placed: readonly Placed[],
  tell: Tell,
  faults: string[],
): Promise<Map<FoundFile, Placed>> {
  const owners = new Map<FoundFile, Placed>();
  for (const owner of placed) {
    const { file } = owner;
    const files = isZip(file) && file.depth < 2 ? await unpack(file, tell, faults) : [file];
    for (const one of files) owners.set(one, owner);
  }
  return owners;
}
