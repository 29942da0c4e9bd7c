import { fileURLToPath } from "node:url";
import type { CellsHost } from "../../cells/index.js";
import { cellsHost } from "../../kernel/language/cellsHost.js";

const root = fileURLToPath(new URL("../../..", import.meta.url))
  .replaceAll("\\", "/")
  .replace(/\/$/, "");

/** Where types may come from: packages, and nothing else of this machine, whatever a submission's imports name. */
const open = ["node_modules/", "src/init_utils/", "public_tests/"].map((folder) => `${root}/${folder}`);

/** The file system as the compiler of submissions sees it. */
export function packagesHost(globals: ReadonlySet<string>): CellsHost {
  const host = cellsHost({ folder: `${root}/notebooks`, globals: [...globals] });
  const isOpen = (path: string): boolean =>
    !path.split("/").includes("..") && open.some((folder) => path.startsWith(folder));
  return {
    ...host,
    readFile: (path) => (isOpen(path) ? host.readFile(path) : undefined),
    fileExists: (path) => isOpen(path) && host.fileExists(path),
    directoryExists: (path) => isOpen(`${path}/`) && host.directoryExists(path),
    listDirectory: (path) => (isOpen(`${path}/`) ? host.listDirectory(path) : { files: [], folders: [] }),
  };
}
