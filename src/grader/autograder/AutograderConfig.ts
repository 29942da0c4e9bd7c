import { readFile } from "node:fs/promises";
import { z } from "zod";

/** What an autograder is told beside the files it has: `config.json` in its folder. */
export interface AutograderConfig {
  /** The version of initlab. */
  readonly initlab: string;
  /** The instructor's notebooks, below the autograder's folder: the one that is meant, then earlier versions. */
  readonly assignments: readonly [string, ...string[]];
  /** The file with the secret, likewise. */
  readonly secret: string;
  /** Whether errors of types cost points. */
  readonly types: "tell" | "strict";
}

const schema: z.ZodType<AutograderConfig> = z.strictObject({
  initlab: z.string(),
  assignments: z.tuple([z.string()], z.string()),
  secret: z.string(),
  types: z.enum(["tell", "strict"]),
});

/** @throws {z.ZodError} when it was changed to what it cannot be */
export async function readConfig(file: string): Promise<AutograderConfig> {
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}
