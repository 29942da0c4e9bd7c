import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { toScript } from "../../../src/cells/index.ts";
import { guestGlobals } from "../../../src/grader/sandbox/index.ts";
import { compiler } from "../../cells/support/compiler.js";
import type { Attack, World } from "./Attack.ts";
import { preamble } from "./preamble.ts";

export interface InNode {
  readonly output: string;
  readonly outputBytes: number;
  readonly code: number | null;
  /** It had to be stopped. */
  readonly stillRunning: boolean;
  readonly mostMB: number;
}

const program = fileURLToPath(new URL("plainNode.cjs", import.meta.url));
const globals = new Set(guestGlobals);

/** Runs an attack where nothing holds it back, for some time at most. */
export function inPlainNode(attack: Attack, world: World, secret: string, ms: number): Promise<InNode> {
  const cells = [preamble(world), attack.cell];
  const scripts = cells.map((cell) => toScript(compiler, cell, { globals }));
  const child = spawn(process.execPath, ["--max-old-space-size=1000", program], {
    env: { PATH: process.env.PATH, INITLAB_TEST_SECRET: secret },
  });
  child.stdin.on("error", () => {});
  const { kind } = attack;
  // What shows later, such as a process that has to start first, takes long on a busy machine.
  const msToStay = kind === "deed" && attack.later ? 3000 : 500;
  child.stdin.end(JSON.stringify({ scripts, world, secret, kind, msToStay }));
  let output = "";
  let outputBytes = 0;
  let mostMB = 0;
  let stillRunning = false;
  const take = (piece: Buffer): void => {
    outputBytes += piece.length;
    if (output.length < 10_000) output += piece.toString("latin1");
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const stop = (): void => {
    stillRunning = true;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(stop, ms);
  const look = setInterval(() => {
    mostMB = Math.max(mostMB, residentMB(child.pid!));
    if (mostMB > 500 || outputBytes > 2 ** 22) stop();
  }, 20);
  return new Promise((resolve) => {
    child.once("close", (code) => {
      clearTimeout(timer);
      clearInterval(look);
      resolve({ output, outputBytes, code, stillRunning, mostMB });
    });
  });
}

function residentMB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
