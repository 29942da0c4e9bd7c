// @ts-check
// node runUntilStdinCloses.mjs COMMAND ARGS…: runs a command in a process group of its own and stops all of the group
// when standard input closes. It closes however the one who started this ended, so nothing is left running.
import { spawn } from "node:child_process";

const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], detached: true });

/** @param {NodeJS.Signals} signal */
function kill(signal) {
  try {
    process.kill(-(child.pid ?? 0), signal);
  } catch {
    // The group has ended.
  }
}

function stop() {
  kill("SIGTERM");
  setTimeout(() => kill("SIGKILL"), 30_000).unref();
}

process.stdin.resume().on("close", stop);
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(signal, stop);
child.on("exit", (code) => process.exit(code ?? 1));
