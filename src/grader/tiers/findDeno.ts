import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SandboxError } from "../sandbox/SandboxError.js";

/** The package that holds Deno's program for a system. */
const packages: Readonly<Record<string, string>> = {
  "linux x64": "@deno/linux-x64-glibc",
  "linux arm64": "@deno/linux-arm64-glibc",
  "darwin x64": "@deno/darwin-x64",
  "darwin arm64": "@deno/darwin-arm64",
  "win32 x64": "@deno/win32-x64",
  "win32 arm64": "@deno/win32-arm64",
};

/**
 * The Deno that this project depends on, and no other: its own command would fetch or copy it first.
 *
 * @throws SandboxError
 */
export function findDeno(system: string = `${process.platform} ${process.arch}`): string {
  const name = packages[system];
  if (name === undefined)
    throw new SandboxError(`The grader runs submissions in Deno, which there is not for ${system}.`);
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("deno/package.json"));
    const folder = dirname(require.resolve(`${name}/package.json`));
    return join(folder, system.startsWith("win32") ? "deno.exe" : "deno");
  } catch (cause) {
    const advice = "Run `npm ci` (without --omit=optional).";
    throw new SandboxError(
      `The package ${name}, in which the grader runs submissions, is missing. ${advice}`,
      {
        cause,
      },
    );
  }
}
