import { z } from "zod";

/** The part of submission_metadata.json that says who handed in. */
const metadata = z.object({
  users: z.array(
    z.object({
      email: z.string().nullish(),
      id: z.union([z.number(), z.string()]).nullish(),
    }),
  ),
});

/**
 * Whose a submission is: the e-mail address, in small letters, which Gradescope's export of submissions has, too, so
 * that a run over the export draws the same hidden inputs; where there is none, Gradescope's number of the user. Of a
 * group it is the first by address.
 *
 * @param text of submission_metadata.json
 * @throws {Error} when it names nobody
 *
 * Source: https://gradescope-autograders.readthedocs.io/en/latest/submission_metadata/
 */
export function studentOf(text: string): string {
  const { users } = metadata.parse(JSON.parse(text));
  const names = users.flatMap(({ email, id }) => {
    const address = email?.trim().toLowerCase();
    if (address) return [address];
    return id === null || id === undefined ? [] : [String(id)];
  });
  const [first] = names.toSorted();
  if (first === undefined) throw new Error("submission_metadata.json names nobody who handed in");
  return first;
}
