import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COPIED = [
  "setup",
  "notebooks",
  "package.json",
  "package-lock.json",
  ".npmrc",
  "tsconfig.json",
  "biome.json",
  // What the step of the kernelspec asks.
  "src/kernel/install/kernelspecText.ts",
];
/** The projects that tsc builds, of which each gets one tiny source. */
const PROJECTS = (
  JSON.parse(readFileSync(join(ROOT, "tsconfig.json"), "utf8")) as { references: { path: string }[] }
).references.map(({ path }) => path);
const MANIFESTS = PROJECTS.flatMap((folder) => [`${folder}/package.json`, `${folder}/tsconfig.json`]).filter(
  (path) => existsSync(join(ROOT, path)),
);
const TINY_SOURCES = [...PROJECTS.map((folder) => `${folder}/index.ts`), "src/cli.ts"];

const BUNDLER = `import { mkdir, writeFile } from "node:fs/promises";

/** @param {string} root */
export async function bundleTf(root) {
  await mkdir(\`\${root}/src/init_utils/dist\`, { recursive: true });
  await writeFile(\`\${root}/src/init_utils/dist/tf-core.js\`, "export {};\\n");
}
`;

/** An npm that finds its work done: the packages are already there. It notes how it was called. */
const NPM = `
const { appendFileSync } = require("node:fs");
appendFileSync("npm-calls", process.argv.slice(2).join(" ") + "\\n");
setTimeout(() => {}, Number(process.env.NPM_TAKES ?? 0));
`;

/** A copy of the project in a folder of its own, with sources that compile in a second. */
export interface Project {
  folder: string;
  env: NodeJS.ProcessEnv;
  remove(): void;
}

/**
 * Copies the set-up and its lock files into a new folder, whose name has a space; npm's packages are hard links to this
 * project's, and npm itself is replaced.
 */
export function makeProject(): Project {
  const above = mkdtempSync(join(tmpdir(), "initlab-test-"));
  const folder = join(above, "my project");
  mkdirSync(folder);
  for (const path of COPIED) mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (const path of COPIED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  for (const path of [...MANIFESTS, ...TINY_SOURCES])
    mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (const path of MANIFESTS) cpSync(join(ROOT, path), join(folder, path));
  for (const path of TINY_SOURCES) writeFileSync(join(folder, path), "export const one: number = 1;\n");
  replaceBundlers(join(folder, "setup", "bundles"));
  linkPackages(folder);
  mkdirSync(join(above, "npm"));
  writeFileSync(join(above, "npm", "npm-cli.js"), NPM);
  return {
    folder,
    env: { ...process.env, npm_execpath: join(above, "npm", "npm-cli.js"), NO_COLOR: "1" },
    remove: () => rmSync(above, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What the bundlers make of the real sources takes long, and those are not here. */
function replaceBundlers(bundles: string): void {
  rmSync(bundles, { recursive: true });
  mkdirSync(bundles);
  writeFileSync(join(bundles, "bundleTf.mjs"), BUNDLER);
}

/** Leaves one small package in a Python lock file, so that a .venv takes seconds. */
export function keepOnePackage(folder: string, name = "webencodings"): void {
  const lock = readFileSync(join(ROOT, "setup/requirements.lock"), "utf8");
  const entry = new RegExp(`^${name}==[^]*?(?=^\\S+==)`, "m").exec(lock)?.[0];
  if (entry === undefined) throw new Error(`setup/requirements.lock has no ${name}`);
  for (const file of ["requirements.lock", "requirements-test.lock"])
    writeFileSync(join(folder, "setup", file), entry);
}

function linkPackages(folder: string): void {
  const [from, to] = [join(ROOT, "node_modules"), join(folder, "node_modules")];
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
  const list = join(to, ".package-lock.json");
  if (!existsSync(list)) throw new Error("node_modules is not complete: run npm ci first");
}
