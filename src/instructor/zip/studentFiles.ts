import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Notebook, serializeNotebook } from "../../notebook/index.js";
import { studentPackage } from "./studentPackage.js";
import { studentReadme } from "./studentReadme.js";
import { thirdPartyNotices } from "./thirdPartyNotices.js";

/** What students get of the project as it is there: a file, or what fits of the files below a folder. */
const copied: readonly (readonly [path: string, files?: RegExp])[] = [
  [".npmrc"],
  ["LICENSE"],
  ["src/init_utils/package.json"],
  ["src/init_utils/dist", /\.(?:js|json|d\.ts)$/],
  ["public_tests/package.json"],
  ["public_tests/dist", /\.(?:js|d\.ts)$/],
  ["dist/cells", /\.c?js$/],
  ["dist/kernel", /\.c?js$/],
  ["setup/start.mjs"],
  ["setup/checkNode.mjs"],
  ["setup/requirements.lock"],
  ["setup/jupyter", /\.(?:mjs|py)$/],
  ["setup/process", /\.mjs$/],
  // The others build the project and test it.
  ["setup/steps", /^(?!buildNow|compiled|testPackages).*\.mjs$/],
];

/**
 * Everything that is in the folder which students download, by its path there.
 *
 * @param root the project's folder, built
 * @param notebook the students'
 * @param file what it is called
 */
export async function studentFiles(
  root: string,
  notebook: Notebook,
  file: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [manifest, lock] = await Promise.all(["package.json", "package-lock.json"].map(readJson));
  const { name } = notebook.metadata.initlab as { name: string };
  const npm = studentPackage(manifest, lock, name);
  const made: readonly (readonly [string, string])[] = [
    [file, serializeNotebook(notebook)],
    ["README.md", studentReadme({ notebook, file })],
    ["THIRD-PARTY-NOTICES.txt", await thirdPartyNotices(root)],
    ["package.json", npm.manifest],
    ["package-lock.json", npm.lock],
    ["setup/released.json", `${JSON.stringify({ notebook: file })}\n`],
  ];
  const paths = (await Promise.all(copied.map(([path, files]) => listFiles(root, path, files)))).flat();
  const copies = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(root, path))] as const),
  );
  return new Map([...made.map(([path, text]) => [path, Buffer.from(text)] as const), ...copies]);

  async function readJson(path: string) {
    return JSON.parse(await readFile(join(root, path), "utf8"));
  }
}

async function listFiles(root: string, path: string, files?: RegExp): Promise<readonly string[]> {
  if (files === undefined) return [path];
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && files.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root).replace(/[\\/]$/, "").length + 1))
    .map((found) => found.replaceAll("\\", "/"));
}
