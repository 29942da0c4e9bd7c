// @ts-check
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { importSource } from "./importSource.mjs";
import { frame, programFrame, warmUp } from "./warmUp.mjs";

/** What the guest's main module calls its program. */
const programUrl = "guest:program";

/**
 * Lets Deno compile the guest's program and keeps what came of it in dist/grader/guest/compiled, a folder that guests
 * get as their DENO_DIR: to compile it anew takes each of them longer than all that a submission does.
 *
 * The code is that of a guest which has done what submissions do, so that all functions are in it that they need. It
 * fits this Deno and these options only; another one compiles the program itself.
 *
 * @param {string} root
 */
export async function keepCompiled(root) {
  const guest = join(root, "dist/grader/guest");
  const folder = join(guest, "compiled");
  rmSync(folder, { recursive: true, force: true });
  const deno = await denoOf(root);
  // Without it no submission can be graded; whoever tries is told.
  if (deno === undefined) return;
  const program = readFileSync(join(guest, "program.js"));
  const env = { ...process.env, DENO_DIR: folder };
  // Deno lays its databases out by itself, and notes which text the code belongs to.
  run(deno.program, deno.guestArguments(join(guest, "main.js")), { env, input: programFrame(program) });
  const input = frame(await warmUp(root));
  const compile = join(root, "setup/guest/compileProgram.mjs");
  const args = deno.ownArguments([compile, join(guest, "program.js"), folder, programUrl]);
  run(deno.program, args, { env: process.env, input });
  seal(folder);
}

/** @param {string} root */
async function denoOf(root) {
  const { findDeno } = await importSource(root, "src/grader/tiers/findDeno.ts");
  const { denoArguments } = await importSource(root, "src/grader/tiers/denoArguments.ts");
  /** @type {string} */
  let program;
  try {
    program = findDeno();
  } catch {
    return undefined;
  }
  /** @type {(main: string) => string[]} */
  const guestArguments = (main) => denoArguments(main, 256, true);
  /** @type {(own: readonly string[]) => string[]} */
  const ownArguments = (own) => {
    const flags = guestArguments("").filter((argument) => argument.startsWith("--v8-flags="));
    return [
      "run",
      "--quiet",
      "--no-config",
      "--no-remote",
      "--no-code-cache",
      "--allow-all",
      ...flags,
      ...own,
    ];
  };
  return { program, guestArguments, ownArguments };
}

/** @param {string} program @param {readonly string[]} args @param {{ env: NodeJS.ProcessEnv, input: Uint8Array }} options */
function run(program, args, options) {
  const { status, error, stderr } = spawnSync(program, args, { ...options, maxBuffer: 2 ** 26 });
  if (error) throw error;
  if (status !== 0) throw new Error(`Deno could not compile the guest's program:\n${stderr}`);
}

/**
 * Leaves the databases, and lets nobody write to them.
 *
 * @param {string} folder
 */
function seal(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/_v2(-wal|-shm)?$/.test(name)) chmodSync(path, 0o444);
    else rmSync(path, { recursive: true });
  }
}
