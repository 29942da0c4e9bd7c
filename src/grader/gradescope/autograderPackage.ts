import type { Manifest } from "../../instructor/zip/studentPackage.js";
import { type Lock, trimLock } from "../../instructor/zip/trimLock.js";

/** The package.json of an autograder, and its lock file, as they stand in files. */
export interface AutograderPackage {
  readonly manifest: string;
  readonly lock: string;
}

/**
 * Makes what npm needs to install an autograder: the project's packages, in the versions that it was tested with, as
 * far as its programs import them.
 *
 * @param packages that the programs import; those of the project itself among them
 * @throws {Error} when the project does not depend on one of them
 */
export function autograderPackage(
  project: Manifest,
  lock: Lock,
  packages: readonly string[],
): AutograderPackage {
  const { version, license, engines, workspaces } = project;
  const own = workspaces.map((folder) => folder.split("/").at(-1));
  const others = packages.filter((name) => !own.includes(name)).toSorted();
  const dependencies = Object.fromEntries(others.map((name) => [name, versionOf(project, name)]));
  const common = { name: "initlab-autograder", version, license };
  const manifest = { ...common, private: true, type: "module", engines, workspaces, dependencies };
  return {
    manifest: json(manifest),
    lock: json(trimLock(lock, { ...common, workspaces, dependencies, engines })),
  };
}

function versionOf({ dependencies }: Manifest, name: string): string {
  const version = dependencies[name];
  if (version === undefined) throw new Error(`autograderPackage: the project does not depend on ${name}`);
  return version;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
