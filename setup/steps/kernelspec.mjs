// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The step that tells JupyterLab, in `.venv` only, about the TypeScript kernel and the project's own defaults. It
 * follows the build, which it asks how a kernelspec looks. Its files hold absolute paths, so they are compared with
 * what they should say, whatever the reason for a difference.
 *
 * @param {import("./context.mjs").Context} context
 * @returns {import("./stamped.mjs").Step}
 */
export function kernelspec({ places }) {
  return {
    title: "TypeScript kernel",
    async reason() {
      if (!existsSync(kernelspecModule(places))) return "first time";
      const [first] = await stale(places);
      if (first === undefined) return null;
      return existsSync(first[0]) ? "the kernel, Node.js or the folder's place changed" : "first time";
    },
    async run() {
      for (const [path, text] of await stale(places)) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, text);
        renameSync(`${path}.new`, path);
      }
    },
  };
}

/** @param {import("../process/places.mjs").Places} places */
function kernelspecModule({ root }) {
  return join(root, "dist", "kernel", "install", "kernelspecText.js");
}

/**
 * The files that are not there, or say something else, with what they should say.
 *
 * @param {import("../process/places.mjs").Places} places
 */
async function stale(places) {
  const files = [...(await wanted(places))];
  return files.filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
}

/**
 * @param {import("../process/places.mjs").Places} places
 * @returns {Promise<Map<string, string>>}
 */
async function wanted(places) {
  const { venv, kernels } = places;
  // The version is pinned, so news of newer ones helps nobody; each user's own settings still come first.
  const overrides = {
    "@jupyterlab/apputils-extension:notification": { checkForUpdates: false, fetchNews: "false" },
  };
  const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    // JavaScript files inside Python packages are not ES modules, whatever the project's own package.json says.
    [join(venv, "package.json"), json({ type: "commonjs" })],
    [join(kernels, "tslab", "kernel.json"), await ownKernelspec(places)],
    [join(venv, "share", "jupyter", "lab", "settings", "overrides.json"), json(overrides)],
  ]);
}

/**
 * What `initlab kernel install` writes, too.
 *
 * @param {import("../process/places.mjs").Places} places
 * @returns {Promise<string>}
 */
async function ownKernelspec(places) {
  const path = kernelspecModule(places);
  // The time makes it another module after a build in this very process.
  const address = `${pathToFileURL(path)}?${statSync(path).mtimeMs}`;
  /** @type {typeof import("../../src/kernel/install/kernelspecText.ts")} */
  const { kernelspecText } = await import(address);
  const { version } = JSON.parse(readFileSync(join(places.root, "package.json"), "utf8"));
  const program = join(places.root, "dist", "kernel", "main.js");
  return kernelspecText({ node: process.execPath, program, displayName: "TypeScript", version });
}
