import { z } from "zod";
import { type FoundFile, readText } from "../files/index.js";
import { parseTime } from "../time/index.js";

export interface GradescopeSubmitter {
  readonly name?: string;
  readonly email?: string;
  readonly sid?: string;
}

export interface GradescopeSubmission {
  /** At least one. */
  readonly submitters: readonly GradescopeSubmitter[];
  /** Milliseconds since 1970. */
  readonly submittedAt?: number;
}

const mostBytes = 200 * 2 ** 20;
const text = z.string().transform((value) => value.trim() || undefined);
const schema = z.record(
  z.string(),
  z.looseObject({
    ":submitters": z.array(
      z.looseObject({ ":name": text.optional(), ":email": text.optional(), ":sid": text.optional() }),
    ),
    ":created_at": z.string().optional(),
  }),
);

/**
 * Reads Gradescope's `submission_metadata.yml`.
 *
 * @returns submissions by the names of their folders; `undefined` when it is another file
 */
export async function readMetadata(
  file: FoundFile,
): Promise<ReadonlyMap<string, GradescopeSubmission> | undefined> {
  const yaml = await readText(file, mostBytes);
  if (yaml === undefined) return undefined;
  const found = schema.safeParse(await parseEssence(yaml));
  if (!found.success) return undefined;
  return new Map(
    Object.entries(found.data)
      .filter(([, { ":submitters": submitters }]) => submitters.length > 0)
      .map(([folder, entry]) => [folder, submissionOf(entry)]),
  );
}

function submissionOf(entry: z.infer<typeof schema>[string]): GradescopeSubmission {
  const submittedAt = parseTime(entry[":created_at"] ?? "", "UTC");
  return {
    ...(submittedAt !== undefined && { submittedAt }),
    submitters: entry[":submitters"].map(({ ":name": name, ":email": email, ":sid": sid }) => ({
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(sid !== undefined && { sid }),
    })),
  };
}

/**
 * Next to nothing of the file is about whose submissions these are: the rest is what autograders printed, for every
 * attempt, and takes a parser of YAML minutes. Ruby writes what belongs to a submission below it, indented by two.
 */
async function parseEssence(yaml: string): Promise<unknown> {
  // Only Gradescope's exports need it, and loading it takes a tenth of a second.
  const { parse } = await import("yaml");
  const kept: string[] = [];
  let isWanted = false;
  for (const line of yaml.split("\n")) {
    const key = /^ {2}(?<key>:\w+):/.exec(line)?.groups?.key;
    if (/^\S/.test(line)) isWanted = true;
    else if (key !== undefined) isWanted = key === ":submitters" || key === ":created_at";
    if (isWanted) kept.push(line);
  }
  try {
    // Everything is text: a student's id keeps its zeros.
    return parse(kept.join("\n"), { schema: "failsafe", logLevel: "error" });
  } catch {
    return undefined;
  }
}
