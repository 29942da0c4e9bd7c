/** The part of npm's lock file (version 3) that a package needs to be installed. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
  readonly [key: string]: unknown;
}

export interface LockEntry {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly devOptional?: boolean;
  readonly [key: string]: unknown;
}

type Names = Readonly<Record<string, string>>;

/**
 * The lock file of a project that needs less: with another root, and only the packages that it leads to, all
 * platforms' builds among them, in the versions and with the hashes that the project was tested with.
 *
 * @param lock the project's own
 * @param root what the entry "" of the new lock file says; it has dependencies and workspaces, and nothing for development
 * @throws {Error} when the project's lock file lacks a package that is needed
 *
 * Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
 */
export function trimLock(lock: Lock, root: LockEntry & { readonly workspaces: readonly string[] }): Lock {
  const packages: Lock["packages"] = { ...lock.packages, "": root };
  const kept = new Set([""]);
  const waiting = ["", ...root.workspaces.flatMap((folder) => [folder, linkTo(lock, folder)])];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    kept.add(path);
    const entry = packages[path];
    if (entry === undefined) throw new Error(`trimLock: the lock file has no package ${path}`);
    for (const next of needsOf(packages, path, entry)) if (!kept.has(next)) waiting.push(next);
  }
  const entries = Object.entries(packages).filter(([path]) => kept.has(path));
  const { name, version } = root;
  return {
    ...lock,
    name,
    version,
    packages: Object.fromEntries(entries.map(([path, entry]) => [path, asRuntime(entry)])),
  };
}

function linkTo(lock: Lock, folder: string): string {
  const link = Object.entries(lock.packages).find(([, entry]) => entry.link && entry.resolved === folder);
  if (link === undefined) throw new Error(`trimLock: the lock file has no link to ${folder}`);
  return link[0];
}

function needsOf(
  packages: Lock["packages"],
  path: string,
  { resolved, link, dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: LockEntry,
): readonly string[] {
  if (link) return [resolved ?? ""];
  const find = (name: string): readonly string[] => placesOf(path, name).filter((place) => place in packages);
  const needed = (name: string): string => {
    const [found] = find(name);
    if (found === undefined)
      throw new Error(`trimLock: ${path || "the root"} needs ${name}, which is not locked`);
    return found;
  };
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [
    ...Object.keys(dependencies ?? {})
      .filter((name) => !(name in (optionalDependencies ?? {})))
      .map(needed),
    ...peers.map(needed),
    ...Object.keys(optionalDependencies ?? {}).flatMap((name) => find(name).slice(0, 1)),
  ];
}

/** Where Node.js looks for a package, the nearest place first. */
function placesOf(path: string, name: string): readonly string[] {
  const parts = path === "" ? [] : path.split("/");
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index)).concat([[]]);
  return folders
    .filter((folder) => folder.at(-1) !== "node_modules")
    .map((folder) => [...folder, "node_modules", name].join("/"));
}

/** What only development needed, or somebody could do without, is not told apart from what is needed otherwise. */
function asRuntime({ devOptional, ...entry }: LockEntry): LockEntry {
  return devOptional ? { ...entry, optional: true } : entry;
}
