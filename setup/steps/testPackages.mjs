// @ts-check
import { hashFiles } from "./hashFiles.mjs";
import { packageFolders, pipInstall } from "./pythonPackages.mjs";
import { stamped } from "./stamped.mjs";

const LOCK = "setup/requirements-test.lock";

/**
 * The step that adds to `.venv` what only tests need. It follows `pythonPackages`: a new .venv has lost them.
 *
 * @param {import("./context.mjs").Context} context
 */
export function testPackages(context) {
  const { root, venv } = context.places;
  return stamped(context.places, {
    name: "test-packages",
    title: "Python packages for the tests",
    inputs: () => ({ [LOCK]: hashFiles(root, [LOCK]), "the folder's place": root }),
    async work() {
      await pipInstall(context, LOCK);
      return packageFolders(root, venv);
    },
  });
}
