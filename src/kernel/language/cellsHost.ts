import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CellsHost } from "../../cells/index.js";
import { declarations } from "../additions/declarations.js";
import { aliases } from "./aliases.js";
import { ownPackages } from "./ownPackages.js";
import type { LanguageSettings } from "./requests.js";

const require = createRequire(import.meta.url);
const kernelFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** The file system around a notebook, as the compiler sees it. */
export function cellsHost({ folder, globals }: LanguageSettings): CellsHost {
  const slashes = (path: string): string => path.replaceAll("\\", "/");
  return {
    folder: slashes(folder).replace(/\/$/, ""),
    libraryFolder: slashes(dirname(require.resolve("typescript"))),
    nodeTypes: slashes(join(dirname(require.resolve("@types/node/package.json")), "index.d.ts")),
    fallbackFolders: [slashes(kernelFolder).replace(/\/$/, "")],
    fallbackPackages: ownPackages,
    aliases,
    builtinModules: modulesOfNode(),
    declarations,
    globals: new Set(globals),
    readFile: (path) => attempt(() => readFileSync(path, "utf8")),
    fileExists: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    directoryExists: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    listDirectory: (path) => listDirectory(path),
  };
}

/** Each by both of its names: `fs` and `node:fs`. */
function modulesOfNode(): string[] {
  const names = builtinModules.filter((name) => !/^_|^node:/.test(name));
  return [...names, ...names.map((name) => `node:${name}`)];
}

function listDirectory(path: string): { readonly files: string[]; readonly folders: string[] } {
  const entries = attempt(() => readdirSync(path, { withFileTypes: true })) ?? [];
  const isFolder = (name: string): boolean =>
    statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const folders = entries.filter(
    (entry) => entry.isDirectory() || (entry.isSymbolicLink() && isFolder(entry.name)),
  );
  const files = entries.filter((entry) => !folders.includes(entry));
  return { files: files.map(({ name }) => name), folders: folders.map(({ name }) => name) };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
