import { readFileSync } from "node:fs";

/** An answer cell of a student, as notebooks/instructor/mistakes.json keeps it. */
export interface StudentAnswer {
  readonly id: string;
  readonly verdict: "wrong" | "accept";
  readonly exercise: "zeros" | "random" | "he";
  readonly kind: string;
  readonly ts: string;
  /** What the answer shows with the sizes of the public checker: "ok" when nothing. */
  readonly expect: { readonly public_3_2_1: string };
}

const file = new URL("../../../notebooks/instructor/mistakes.json", import.meta.url);

/** Every answer with code: the rest of the file is about whole notebooks. */
export const answers: readonly StudentAnswer[] = JSON.parse(readFileSync(file, "utf8")).entries.filter(
  (entry: Partial<StudentAnswer>) => entry.ts !== undefined,
);
