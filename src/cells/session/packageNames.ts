import type { CellsHost } from "./CellsHost.js";

/** The packages that a cell could import: those in `node_modules` of the notebook's folder and of those above. */
export function packageNames({ folder, fallbackFolders = [], listDirectory }: CellsHost): string[] {
  const names = new Set<string>();
  for (const start of [folder, ...fallbackFolders]) {
    for (let at = start; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      for (const name of listDirectory(`${at}/node_modules`).folders) {
        if (!name.startsWith("@")) names.add(name);
        else
          for (const part of listDirectory(`${at}/node_modules/${name}`).folders)
            names.add(`${name}/${part}`);
      }
    }
  }
  return [...names].filter((name) => !/(?:^|\/)\./.test(name)).sort();
}
