import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { npmCommand } from "../../setup/process/npmCommand.mjs";
import { root } from "../notebooks/executeNotebook.js";

/** What users have, beside the version that runs the tests. */
export const otherVersions: readonly string[] = ["22.23.3", "24.9.0"];

/** The npm package that holds a Node.js for this system. */
const system = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${system}-${process.arch}`;

/** Where the tests keep another version of Node.js, and what they write about it. */
export const nodeFolder = (version: string): string => join(root, ".cache", "nodes", version);

/** Installs another version of Node.js for the tests, once; gives the path of its program. */
export async function installNode(version: string): Promise<string> {
  const folder = nodeFolder(version);
  const program = process.platform === "win32" ? "node.exe" : "node";
  const node = join(folder, "node_modules", nodePackage, "bin", program);
  if (existsSync(node)) return node;
  await mkdir(folder, { recursive: true });
  const [command, ...args] = npmCommand();
  const options = ["--prefix", folder, "--no-save", "--no-package-lock", `${nodePackage}@${version}`];
  await promisify(execFile)(command, [...args, "install", ...options]);
  return node;
}
