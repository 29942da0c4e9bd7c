import type { CellsHost } from "../session/CellsHost.js";

/**
 * The modules that a cell could import by name: the packages in `node_modules` of the notebook's folder and of those
 * above, those that stand in for them, then the engine's own.
 */
export function packageNames({
  folder,
  fallbackPackages = [],
  aliases = new Map(),
  builtinModules = [],
  ...host
}: CellsHost): string[] {
  const names = new Set([...fallbackPackages, ...aliases.keys()]);
  for (let at = folder; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    for (const name of host.listDirectory(`${at}/node_modules`).folders) {
      if (!name.startsWith("@")) names.add(name);
      else
        for (const part of host.listDirectory(`${at}/node_modules/${name}`).folders)
          names.add(`${name}/${part}`);
    }
  }
  const installed = [...names].filter((name) => !/(?:^|\/)\./.test(name)).sort();
  return [...installed, ...builtinModules];
}
