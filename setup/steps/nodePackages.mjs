// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { explainFailure } from "../process/explainFailure.mjs";
import { npmCommand } from "../process/npmCommand.mjs";
import { readReleased } from "../process/readReleased.mjs";
import { runCommand } from "../process/runCommand.mjs";
import { hashFiles } from "./hashFiles.mjs";
import { stamped } from "./stamped.mjs";

const MANIFESTS = ["package.json", "src/init_utils/package.json", "public_tests/package.json"];

/**
 * The step that installs the npm packages exactly as the lock file has them.
 *
 * @param {import("./context.mjs").Context} context
 */
export function nodePackages({ places, signal, log }) {
  const { root } = places;
  return stamped(places, {
    name: "node-packages",
    title: "npm packages",
    megabytes: readReleased(root) === null ? 700 : 250,
    inputs: () => ({
      "package-lock.json": hashFiles(root, ["package-lock.json", ".npmrc"]),
      "package.json": MANIFESTS.map((path) => installed(join(root, path))).join(),
      "Node.js": `${process.versions.modules} ${process.platform} ${process.arch}`,
      // On Windows the links to the workspaces hold absolute paths.
      "the folder's place": process.platform === "win32" ? root : "",
    }),
    async work() {
      const [command, ...args] = npmCommand();
      // No package here needs its install script (the binaries come as packages), so none runs.
      const options = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--prefer-offline"];
      // Under `npm start --silent` its npm would keep the reason of a failure to itself.
      options.push("--loglevel=warn");
      const patience = [
        "--fetch-retries=2",
        "--fetch-retry-mintimeout=1000",
        "--fetch-retry-maxtimeout=5000",
      ];
      const { code, output } = await runCommand(command, [...args, ...options, ...patience], {
        cwd: root,
        signal,
        log,
      });
      if (code !== 0) throw explainFailure("Installing the npm packages", output, places);
      return folders(root);
    },
  });
}

/**
 * What a manifest asks npm for; a new script is no reason to install again.
 *
 * @param {string} path
 */
function installed(path) {
  const { version, workspaces, dependencies, devDependencies, overrides } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return JSON.stringify({ version, workspaces, dependencies, devDependencies, overrides });
}

/**
 * The folder of every package that npm says it installed.
 *
 * @param {string} root
 */
function folders(root) {
  const list = "node_modules/.package-lock.json";
  const { packages } = JSON.parse(readFileSync(join(root, list), "utf8"));
  return [list, ...Object.keys(packages).filter((path) => existsSync(join(root, path)))];
}
