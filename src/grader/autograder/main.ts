// What run_autograder and setup.sh of an autograder start; see runScript and setupScript.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runAutograder } from "./runAutograder.js";
import { tryAutograder } from "./tryAutograder.js";

/** The autograder's own folder, /autograder/source. */
const source = fileURLToPath(new URL("../../..", import.meta.url));

try {
  if (process.argv.includes("--try")) await tryAutograder(source);
  else await runAutograder(source, join(source, ".."));
} catch (error) {
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  console.error(`initlab ${version} is at fault: ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 3;
}
