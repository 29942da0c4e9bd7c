import { createHmac } from "node:crypto";

export interface Seeds {
  /** Of the hidden inputs: nobody without the secret can foresee them, and they differ from student to student. */
  readonly judge: string;
  /** Of the submission's own Math.random. It tells nothing of the other. */
  readonly guest: string;
}

/** The seeds of one student's submission: the same ones every time. */
export function seedsFor(secret: string, assignment: string, student: string): Seeds {
  const hmac = (text: string): string => createHmac("sha256", secret).update(text).digest("hex");
  return { judge: hmac(`${assignment}|${student}`), guest: hmac(`guest|${assignment}|${student}`) };
}
