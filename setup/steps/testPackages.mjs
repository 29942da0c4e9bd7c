// @ts-check
import { statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { explainFailure } from "../process/explainFailure.mjs";
import { runCommand } from "../process/runCommand.mjs";
import { hashFiles } from "./hashFiles.mjs";
import { packageFolders, pipInstall, sitePackages } from "./pythonPackages.mjs";
import { stamped } from "./stamped.mjs";

const LOCK = "setup/requirements-test.lock";

/**
 * The step that installs what only tests need: into an environment of its own, which sees the packages of `.venv`,
 * while JupyterLab there sees none of these (nbgrader would put itself into its menus).
 *
 * @param {import("./context.mjs").Context} context
 */
export function testPackages({ places, signal, log }) {
  const { root, venv, python, testVenv, testPython } = places;
  return stamped(places, {
    name: "test-packages",
    title: "Python packages for the tests",
    megabytes: 150,
    inputs: () => ({
      [LOCK]: hashFiles(root, [LOCK]),
      "the folder's place": root,
      ".venv": String(statSync(join(venv, "pyvenv.cfg"), { throwIfNoEntry: false })?.mtimeMs),
    }),
    async work() {
      await rm(testVenv, { recursive: true, force: true, maxRetries: 5 });
      const args = ["-I", "-m", "venv", "--without-pip", testVenv];
      const made = await runCommand(python, args, { cwd: root, signal, log });
      if (made.code !== 0) throw explainFailure("Making an environment for the tests", made.output, places);
      const [own = ""] = sitePackages(testVenv);
      writeFileSync(join(own, "jupyterlab.pth"), `${sitePackages(venv).join("\n")}\n`);
      await pipInstall({ places, signal, log }, LOCK, testPython);
      return [relative(root, testPython), ...packageFolders(root, testVenv)];
    },
  });
}
