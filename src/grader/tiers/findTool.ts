import { accessSync, constants, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { SandboxError } from "../sandbox/SandboxError.js";

const alwaysLookedAt = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];

/** The file of a command, or undefined if this machine has none. */
export function findTool(name: string, path: string = process.env.PATH ?? ""): string | undefined {
  for (const folder of [...path.split(delimiter), ...alwaysLookedAt]) {
    if (!folder.startsWith("/")) continue;
    try {
      const file = realpathSync(join(folder, name));
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

/** @throws SandboxError naming the package that it belongs to */
export function requireTool(name: string, from: string): string {
  const file = findTool(name);
  if (file === undefined) throw new SandboxError(`\`${name}\` is not there: install ${from}.`);
  return file;
}
