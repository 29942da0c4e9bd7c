// @ts-check
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * How npm is started as a JavaScript file (npm.cmd would need a shell): the npm that runs this script, or the one beside Node.js.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} node
 * @returns {[command: string, ...args: string[]]}
 */
export function npmCommand(env = process.env, node = process.execPath) {
  const running = env.npm_execpath;
  if (running !== undefined && basename(running) === "npm-cli.js") return [node, running];
  const cli = join("node_modules", "npm", "bin", "npm-cli.js");
  const besideNode = [join(dirname(node), cli), join(dirname(node), "..", "lib", cli)].find(existsSync);
  return besideNode === undefined ? ["npm"] : [node, besideNode];
}
