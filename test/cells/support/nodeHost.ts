import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CellsHost } from "../../../src/cells/index.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** The world around a notebook in a folder of this project, read from the disk. */
export function nodeHost(folder = `${root}/notebooks`, more: Partial<CellsHost> = {}): CellsHost {
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return {
    folder,
    libraryFolder: `${root}/node_modules/typescript/lib`,
    nodeTypes: `${root}/node_modules/@types/node/index.d.ts`,
    globals: new Set(Object.getOwnPropertyNames(globalThis)),
    readFile: (path) => (isFile(path) ? readFileSync(path, "utf8") : undefined),
    fileExists: isFile,
    directoryExists: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    listDirectory: (path) => {
      const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
      const names = (list: typeof entries) => list.map(({ name }) => name);
      return {
        files: names(entries.filter((entry) => entry.isFile())),
        folders: names(entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())),
      };
    },
    ...more,
  };
}
