// @ts-check
// node runUntilStdinCloses.mjs [--patience=SECONDS] COMMAND ARGS…: runs a command, and stops it when standard input
// closes. It closes however the one who started this ended, so nothing is left running: what the command started, in
// groups and sessions of its own too, is killed when it has not ended by itself after some time, and named on stderr.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { endMarkedProcesses } from "./markedProcesses.mjs";

const words = process.argv.slice(2);
const [, seconds] = /^--patience=([\d.]+)$/.exec(words[0] ?? "") ?? [];
const [command = "", ...args] = seconds === undefined ? words : words.slice(1);
const patience = Number(seconds ?? 40) * 1000;

const mark = `INITLAB_TEST_${randomUUID().replaceAll("-", "")}`;
const child = spawn(command, args, {
  stdio: ["ignore", "inherit", "inherit"],
  detached: true,
  env: { ...process.env, [mark]: "1" },
});

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // The group has ended.
  }
}

let isEnding = false;

/** @param {number} code */
async function end(code) {
  if (isEnding) return;
  isEnding = true;
  signalGroup("SIGTERM");
  const killed = await endMarkedProcesses(mark, patience);
  for (const one of killed) console.error(`runUntilStdinCloses: had to kill ${one.slice(0, 300)}`);
  signalGroup("SIGKILL");
  process.exit(code);
}

process.stdin.resume().on("close", () => end(0));
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(signal, () => end(1));
child.on("error", () => end(127));
child.on("exit", (code) => end(code ?? 1));
