import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { thirdPartyNotices } from "../../instructor/zip/thirdPartyNotices.js";
import type { AutograderConfig } from "../autograder/AutograderConfig.js";
import { autograderPackage } from "./autograderPackage.js";
import { importedFiles } from "./importedFiles.js";
import { runScript } from "./runScript.js";
import { nodeRequirement, setupScript } from "./setupScript.js";

export interface AutograderRequest {
  /** The project's folder, built. */
  readonly root: string;
  /** The instructor's notebooks: the one that is meant, then earlier versions. */
  readonly notebooks: readonly [string, ...string[]];
  /** What the file with the secret holds. */
  readonly secret: string;
  readonly types: AutograderConfig["types"];
  readonly version: string;
}

/** What is in an autograder's zip, by its path there, and which of it is not for everybody to read. */
export interface AutograderFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly modes: ReadonlyMap<string, number>;
}

const main = "dist/grader/autograder/main.js";

/** What is loaded by other ways than imports: both packages of the project whole, as cells import and type-check them. */
const folders: readonly (readonly [path: string, files: RegExp])[] = [
  // Not what was compiled of them, which depends on this machine.
  ["dist/grader/guest", /^[^/\\]+\.js$/],
  ["src/init_utils/dist", /\.(?:js|json|d\.ts)$/],
  ["public_tests/dist", /\.(?:js|d\.ts)$/],
];
const copied = [".npmrc", "LICENSE", "src/init_utils/package.json", "public_tests/package.json"];

/** Found by their names, not imported: the program that submissions run in, and the types of Node.js. */
const foundByName = ["@types/node", "deno"];

/** Everything that an autograder on Gradescope needs, and nothing besides. */
export async function autograderFiles(request: AutograderRequest): Promise<AutograderFiles> {
  const { root } = request;
  const imported = await importedFiles(root, [main]);
  const paths = [...copied, ...imported.files, ...(await Promise.all(folders.map(list))).flat()];
  const copies = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(root, path))] as const),
  );
  const [project, lock] = await Promise.all(["package.json", "package-lock.json"].map(readJson));
  const { manifest, lock: trimmed } = autograderPackage(project, lock, [
    ...imported.packages,
    ...foundByName,
  ]);
  const made = [
    ["setup.sh", setupScript()],
    ["run_autograder", runScript()],
    ["node.txt", nodeRequirement],
    ["package.json", manifest],
    ["package-lock.json", trimmed],
    ["THIRD-PARTY-NOTICES.txt", await thirdPartyNotices(root)],
  ] as const;
  const answers = await answerFiles(request);
  const scripts = ["setup.sh", "run_autograder"].map((path) => [path, 0o755] as const);
  return {
    files: new Map([
      ...copies,
      ...made.map(([path, text]) => [path, Buffer.from(text)] as const),
      ...answers,
    ]),
    modes: new Map([...scripts, ...answers.map(([path]) => [path, 0o600] as const)]),
  };

  async function list([path, files]: (typeof folders)[number]): Promise<readonly string[]> {
    const entries = await readdir(join(root, path), { recursive: true });
    return entries
      .filter((entry) => files.test(entry))
      .map((entry) => `${path}/${entry.replaceAll("\\", "/")}`);
  }
  async function readJson(path: string) {
    return JSON.parse(await readFile(join(root, path), "utf8"));
  }
}

/** What students must not see: the answers, and what hidden inputs are drawn from. */
async function answerFiles({
  notebooks,
  secret,
  types,
  version,
}: AutograderRequest): Promise<readonly (readonly [string, Uint8Array])[]> {
  const keys = await Promise.all(
    notebooks.map(async (file, index) => {
      const path = `assignment/${index + 1}-${basename(file)}`;
      return [path, await readFile(file)] as const;
    }),
  );
  const [first, ...others] = keys.map(([path]) => path);
  const config: AutograderConfig = {
    initlab: version,
    assignments: [first ?? "", ...others],
    secret: "assignment/secret",
    types,
  };
  return [
    ...keys,
    ["assignment/secret", Buffer.from(`${secret}\n`)],
    ["assignment/config.json", Buffer.from(`${JSON.stringify(config, null, 2)}\n`)],
  ];
}
