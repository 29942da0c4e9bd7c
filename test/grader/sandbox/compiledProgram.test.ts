import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load_dataset } from "init_utils";
import { describe, expect, test } from "vitest";
import { programFrame } from "../../../setup/guest/warmUp.mjs";
import { openSandbox } from "../../../src/grader/sandbox/index.ts";
import { bubblewrapCommand } from "../../../src/grader/tiers/bubblewrapCommand.ts";
import { denoCommand } from "../../../src/grader/tiers/denoCommand.ts";
import { findDeno } from "../../../src/grader/tiers/findDeno.ts";
import { guestFiles } from "../../../src/grader/tiers/GuestFiles.ts";
import { Submission } from "./support/Submission.ts";

const folder = fileURLToPath(new URL("../../../dist/grader/guest/", import.meta.url));
const commandOf = { deno: denoCommand, bubblewrap: bubblewrapCommand };

describe.each(["deno", "bubblewrap"] as const)("the guest's program in %s", (tier) => {
  // Deno says so in its log only; otherwise all is well, and takes twice the time.
  test.each([256, 300])("is found compiled, with %s MB of memory", async (memoryMB) => {
    const log = await logOf(tier, memoryMB);
    expect(log).toContain("code cache hit for script: guest:program");
  });

  test("has the assignment's data to the last bit", async () => {
    const sandbox = await openSandbox(tier);
    const submission = await Submission.in(sandbox, {}, "a seed");
    await submission.run(
      'import { load_dataset } from "init_utils"; const value = load_dataset().map((part) => [part.dtype, ...part.shape, ...part.dataSync()]);',
    );
    const value = await submission.read("value");
    await submission.end();
    await sandbox.close();
    expect(value).toEqual(load_dataset().map((part) => [part.dtype, ...part.shape, ...part.dataSync()]));
  });
});

/** What Deno logs until the program is there. */
async function logOf(tier: keyof typeof commandOf, memoryMB: number): Promise<string> {
  const files = guestFiles(findDeno(), `${folder}main.js`, `${folder}compiled`);
  const limits = { memoryMB, cpuSeconds: 60, processes: 32, idleData: undefined };
  const { file, args, env, user } = commandOf[tier](files)(limits);
  const setting = ["--setenv", "DENO_LOG", "debug"];
  const child = spawn(
    file,
    args.flatMap((argument) => (argument === "--clearenv" ? [argument, ...setting] : [argument])),
    { ...user, env: { ...env, DENO_LOG: "debug" }, cwd: "/", stdio: ["pipe", "pipe", "pipe", "pipe"] },
  );
  let log = "";
  child.stderr?.on("data", (piece: Buffer) => {
    log += piece.toString();
  });
  child.stdin?.write(programFrame(readFileSync(`${folder}program.js`)));
  await new Promise((resolve) => {
    child.stdout?.once("data", resolve);
    child.once("close", resolve);
  });
  child.kill("SIGKILL");
  files.dispose();
  return log;
}

test("what is compiled of the guest's program can be written by nobody", () => {
  const names = readdirSync(`${folder}compiled`);
  const writable = names.filter((name) => (statSync(`${folder}compiled/${name}`).mode & 0o222) !== 0);
  expect(names.length).toBeGreaterThan(0);
  expect(writable).toEqual([]);
});
