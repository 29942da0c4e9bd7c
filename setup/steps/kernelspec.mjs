// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The step that tells JupyterLab, in `.venv` only, about the TypeScript kernel and the project's own defaults. Its
 * files hold absolute paths, so they are compared with what they should say, whatever the reason for a difference.
 *
 * @param {import("./context.mjs").Context} context
 * @returns {import("./stamped.mjs").Step}
 */
export function kernelspec({ places }) {
  const files = wanted(places);
  const stale = () =>
    [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  return {
    title: "TypeScript kernel",
    async reason() {
      const [first] = stale();
      if (first === undefined) return null;
      return existsSync(first[0]) ? "Node.js or the folder's place changed" : "first time";
    },
    async run() {
      for (const [path, text] of stale()) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.new`, text);
        renameSync(`${path}.new`, path);
      }
    },
  };
}

/**
 * @param {import("../process/places.mjs").Places} places
 * @returns {Map<string, string>}
 */
function wanted({ root, venv, kernels }) {
  const tslab = join(root, "node_modules", "tslab", "bin", "tslab");
  const kernel = {
    argv: [process.execPath, tslab, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript",
    // nbgrader finds its markers by this name.
    language: "typescript",
  };
  // The version is pinned, so news of newer ones helps nobody; each user's own settings still come first.
  const overrides = {
    "@jupyterlab/apputils-extension:notification": { checkForUpdates: false, fetchNews: "false" },
  };
  const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    // JavaScript files inside Python packages are not ES modules, whatever the project's own package.json says.
    [join(venv, "package.json"), json({ type: "commonjs" })],
    [join(kernels, "tslab", "kernel.json"), json(kernel)],
    [join(venv, "share", "jupyter", "lab", "settings", "overrides.json"), json(overrides)],
  ]);
}
