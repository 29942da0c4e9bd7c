// @ts-check
// Runs one command and ends it, with everything that it started, as soon as standard input closes. The system closes
// it when the process that asked for the command dies, however it dies: no installer goes on writing unattended.
import { spawn, spawnSync } from "node:child_process";

const [command = "", ...rest] = process.argv.slice(2);
const child = spawn(command, rest, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });

function endAll() {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
    process.exit(1);
  }
  // This process leads the group (it is started detached), so this ends the command, its children and itself.
  process.kill(-process.pid, "SIGKILL");
}

process.stdin.on("end", endAll).on("error", endAll).resume();
child.on("error", (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
