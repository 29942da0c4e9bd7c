import { type FoundFile, isClutter, listArchive, type Tell } from "../files/index.js";
import { UnreadableError } from "../submission/index.js";

/** Lists the files in an archive. What is wrong with the archive goes to `faults`. */
export async function unpack(archive: FoundFile, tell: Tell, faults: string[]): Promise<FoundFile[]> {
  try {
    return (await listArchive(archive, tell)).filter((file) => !isClutter(file));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    faults.push(error.message);
    return [];
  }
}
