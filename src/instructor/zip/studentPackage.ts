import { type Lock, trimLock } from "./trimLock.js";

/** The parts of the project's package.json that are looked at. */
export interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** What the kernel needs beside the workspaces; the project's other dependencies are for instructors and graders. */
export const runtimePackages = ["@types/node", "tslab", "typescript", "zeromq"] as const;

/** The package.json of a student's folder, and its lock file, as they stand in files. */
export interface StudentPackage {
  readonly manifest: string;
  readonly lock: string;
}

/**
 * Makes what npm needs to install, in a student's folder, what running the notebook takes: the versions of the project,
 * and nothing else of it.
 *
 * @param name of the assignment
 */
export function studentPackage(project: Manifest, lock: Lock, name: string): StudentPackage {
  const { version, license, engines, workspaces, allowScripts = {} } = project;
  const dependencies = Object.fromEntries(runtimePackages.map((name) => [name, versionOf(project, name)]));
  const packageName = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-notebook`.replace(/^-/, "");
  const common = { name: packageName, version, license };
  const manifest = {
    ...common,
    description: `The notebook "${name}" and what it runs on`,
    private: true,
    type: "module",
    engines,
    workspaces,
    scripts: { start: "node setup/start.mjs" },
    dependencies,
    allowScripts: Object.fromEntries(Object.entries(allowScripts).filter(([one]) => one in dependencies)),
  };
  return {
    manifest: json(manifest),
    lock: json(trimLock(lock, { ...common, workspaces, dependencies, engines })),
  };
}

function versionOf({ dependencies }: Manifest, name: string): string {
  const version = dependencies[name];
  if (version === undefined) throw new Error(`studentPackage: the project does not depend on ${name}`);
  return version;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
