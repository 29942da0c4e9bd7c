// @ts-check
import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { explainFailure } from "../process/explainFailure.mjs";
import { runCommand } from "../process/runCommand.mjs";
import { hashFiles, listFiles } from "./hashFiles.mjs";
import { INTERRUPTED, stamped } from "./stamped.mjs";

const SOURCES = ["src", "public_tests", "setup/guest", "tsconfig.json", "package-lock.json"];
/** Each project's sources, and the folder that its JavaScript goes to. */
const OUTPUTS = /** @type {const} */ ([
  ["src/init_utils", "src/init_utils/dist"],
  ["public_tests", "public_tests/dist"],
  ["src", "dist"],
]);

/**
 * The step that builds: what setup/bundles/ make (each exports a function of its name), then TypeScript to JavaScript.
 *
 * @param {import("./context.mjs").Context} context
 */
export function compiled({ places, signal, log }) {
  const { root } = places;
  return stamped(places, {
    name: "compiled",
    title: "build",
    inputs: () => ({ "a source file": hashFiles(root, [...SOURCES, ...bundlers(root)]) }),
    async work(reason) {
      removeOrphans(root);
      // tsc trusts its own notes about what is up to date; after an interruption they may be wrong.
      const force = reason === INTERRUPTED || reason.endsWith("missing") ? ["--force"] : [];
      const commands = [
        ...bundlers(root).map((path) => ["--input-type=module", "--eval", callBundler(root, path)]),
        [join("node_modules", "typescript", "bin", "tsc"), "--build", ...force],
      ];
      for (const args of commands) {
        const { code, output } = await runCommand(process.execPath, args, { cwd: root, signal, log });
        if (code !== 0) throw explainFailure("The build", output, places);
      }
      // Where npx has linked the command before it was setup/initlab.mjs, this file is still what it starts.
      chmodSync(join(root, "dist", "cli.js"), 0o755);
      return OUTPUTS.flatMap(([, dist]) => filesBelow(root, dist));
    },
  });
}

/** @param {string} root */
function bundlers(root) {
  return listFiles(root, ["setup/bundles"]).filter((path) => /^setup\/bundles\/\w+\.mjs$/.test(path));
}

/**
 * A program that calls the function which the file is named after.
 *
 * @param {string} root
 * @param {string} path
 */
function callBundler(root, path) {
  const module = JSON.stringify(pathToFileURL(join(root, path)));
  return `const module = await import(${module}); await module.${basename(path, ".mjs")}(${JSON.stringify(root)});`;
}

/**
 * Removes what was compiled from sources that are gone: it could still be imported.
 *
 * @param {string} root
 */
function removeOrphans(root) {
  for (const [source, dist] of OUTPUTS)
    for (const path of filesBelow(root, dist).filter((file) => file.endsWith(".d.ts"))) {
      const name = path.slice(dist.length + 1, -".d.ts".length);
      if ([".ts", ".tsx"].some((ending) => existsSync(join(root, source, name + ending)))) continue;
      for (const ending of [".d.ts", ".js"]) rmSync(join(root, dist, name + ending), { force: true });
    }
}

/**
 * @param {string} root
 * @param {string} dist
 */
function filesBelow(root, dist) {
  if (!existsSync(join(root, dist))) return [];
  return listFiles(
    root,
    readdirSync(join(root, dist)).map((name) => `${dist}/${name}`),
  );
}
