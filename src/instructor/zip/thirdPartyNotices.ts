import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A package whose code is inside a file that students get, by the file. */
export const bundledPackages: Readonly<Record<string, readonly string[]>> = {
  "src/init_utils/dist/tf-core.js": [
    "@tensorflow/tfjs-core",
    "@tensorflow/tfjs-backend-cpu",
    "@tensorflow/tfjs-core > long",
    "@tensorflow/tfjs-core > seedrandom",
  ],
  "src/init_utils/dist/live/carrier.json": ["plotly.js-dist-min"],
  "src/init_utils/dist/kernels/simdModule.js": ["assemblyscript"],
  "dist/cells/ts-blank-space.cjs": ["ts-blank-space"],
};

const intro = `Third-party notices

Some files of this folder contain code of others, under the licences below. What npm and pip install beside it
brings its own licences with it, in node_modules and .venv.
`;

/**
 * Collects the licences of all code of others that is inside the files that students get.
 *
 * @param root the project's folder, with its npm packages installed
 * @throws {Error} when a package's licence cannot be found
 */
export async function thirdPartyNotices(root: string): Promise<string> {
  const notices = Object.entries(bundledPackages).flatMap(([file, packages]) =>
    packages.map((names) => notice(root, file, names.split(" > "))),
  );
  return [intro, ...(await Promise.all(notices))].join(`\n${"-".repeat(80)}\n\n`);
}

async function notice(root: string, file: string, names: readonly string[]): Promise<string> {
  let folder = root;
  for (const name of names) folder = await findPackage(folder, name);
  const { name, version, license, author } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  ) as Manifest;
  const by = typeof author === "string" ? author : author?.name;
  const head = [`${name} ${version}`, ...(by === undefined ? [] : [`by ${by}`]), `in ${file}`, license];
  return `${head.join("\n")}\n\n${(await licenceText(root, folder, license)).trim()}\n`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/** Where Node.js finds a package that one in a folder needs. */
async function findPackage(from: string, name: string): Promise<string> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (await exists(join(candidate, "package.json"))) return candidate;
    if (folder === dirname(folder)) throw new Error(`thirdPartyNotices: ${name} is not installed`);
  }
}

/** A file of its own, a section of the README, or, for Apache-2.0, whose text is always the same, the project's. */
async function licenceText(root: string, folder: string, license: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const files = names.filter((name) => /^(?:licen[cs]e|copying|notice)(?:\.|$)/i.test(name));
  if (files.length > 0) {
    return (await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
  }
  const readme = names.find((name) => /^readme(?:\.|$)/i.test(name));
  const section =
    readme && /^#* *licen[cs]e\b[\s\S]*/im.exec(await readFile(join(folder, readme), "utf8"))?.[0];
  if (section && /permission|redistribution/i.test(section)) return section;
  if (license === "Apache-2.0") return readFile(join(root, "LICENSE"), "utf8");
  throw new Error(`thirdPartyNotices: ${folder} has no text of its licence, ${license}`);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
