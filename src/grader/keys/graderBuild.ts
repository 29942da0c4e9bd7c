import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** Compiled code that results come from. */
const folders = ["dist/cells", "dist/notebook", "dist/grader", "src/init_utils/dist", "public_tests/dist"];
/** Of the grader, what comes before or after results. A folder that is not named here is taken to have a part in them. */
const besides = new RegExp(
  `^dist/grader/(?:${[
    ...["autograder", "collect", "compare", "csv", "explain", "feedback", "files", "formats", "gradebook"],
    ...["gradescope", "layouts", "output", "packing", "page", "progress", "reports", "roster", "statistics"],
    ...["summary", "time"],
  ].join("|")})/`,
);

/**
 * The SHA-256 of the grader's own code, as it was built. While it is worked on its version stays the same, and results
 * of the code of yesterday are not those of today's.
 *
 * It reads some hundred files, all at once: the way through the thread pool would take five times as long.
 */
export function graderBuild(root: string = project): string {
  const hash = createHash("sha256");
  for (const name of folders.flatMap((folder) => listCode(root, folder)).sort()) {
    if (besides.test(name)) continue;
    const code = readFileSync(join(root, name));
    hash.update(`${name} ${code.length}\n`).update(code);
  }
  return hash.digest("hex");
}

function listCode(root: string, folder: string): string[] {
  // Where only grading is installed, packages lie elsewhere.
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.(?:c?js|wasm)$/.test(name));
}
