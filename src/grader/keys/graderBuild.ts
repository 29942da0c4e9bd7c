import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Compiled code that results come from. */
const folders = ["dist/cells", "dist/notebook", "dist/grader", "src/init_utils/dist", "public_tests/dist"];
/** Of the grader, what comes before or after results. A folder that is not named here is taken to have a part in them. */
const besides = [
  ...[
    "collect",
    "compare",
    "csv",
    "feedback",
    "files",
    "formats",
    "gradebook",
    "gradescope",
    "layouts",
    "output",
  ],
  ...["packing", "page", "progress", "reports", "roster", "statistics", "summary", "time"],
].map((folder) => `dist/grader/${folder}/`);

/**
 * The SHA-256 of the grader's own code, as it was built. While it is worked on its version stays the same, and results
 * of the code of yesterday are not those of today's.
 */
export async function graderBuild(): Promise<string> {
  const names = (await Promise.all(folders.map(listCode))).flat();
  const digests = await Promise.all(
    names
      .filter((name) => !besides.some((folder) => name.startsWith(folder)))
      .sort()
      .map(async (name) => [name, sha256(await readFile(join(root, name)))]),
  );
  return sha256(JSON.stringify(digests));
}

async function listCode(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
  return names
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.(?:c?js|wasm)$/.test(name));
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
