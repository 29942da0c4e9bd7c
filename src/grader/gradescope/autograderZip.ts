import { zipFiles } from "../../instructor/zip/zipFiles.js";
import { type AutograderRequest, autograderFiles } from "./autograderFiles.js";

/** An autograder as it is uploaded to Gradescope. The same project, notebooks and secret make the same bytes. */
export async function autograderZip(request: AutograderRequest): Promise<Uint8Array> {
  const { files, modes } = await autograderFiles(request);
  return zipFiles(files, modes);
}
