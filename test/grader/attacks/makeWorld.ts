import { type ChildProcess, spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/processes/freePorts.ts";
import type { World } from "./Attack.ts";

/** Real places to attack, and whether somebody was there. */
export interface Scene {
  readonly world: World;
  /** What happened since the last look, and makes it undone. */
  look(): string[];
  close(): void;
}

export async function makeWorld(secret: string): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), "initlab-attacks-"));
  // So that a guest that runs as nobody is not kept out by this alone.
  chmodSync(folder, 0o777);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const deeds = join(folder, "deeds");
  const happened: string[] = [];
  const { tcp, port } = await listen(secret, (what) => happened.push(what));
  const unix = createServer((socket) => socket.end(void happened.push("unix socket")));
  const socketFile = join(folder, "socket");
  await new Promise<void>((resolve) => unix.listen(socketFile, resolve));
  chmodSync(socketFile, 0o777);
  const udp = createSocket("udp4", () => happened.push("UDP"));
  await new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", resolve));
  let victim = startVictim(secret);
  const world: World = {
    secret: "",
    textFile: file("secret.txt", secret),
    jsonFile: file("secret.json", JSON.stringify({ secret })),
    moduleFile: file("secret.mjs", `export default ${JSON.stringify(secret)};`),
    folder: deeds,
    port,
    udpPort: udp.address().port,
    socketFile,
    freePort: await freePort(),
    get victim() {
      return victim.pid!;
    },
    grader: process.pid,
    hostname: hostname(),
  };
  const clean = (): void => {
    rmSync(deeds, { recursive: true, force: true });
    mkdirSync(deeds);
    chmodSync(deeds, 0o777);
  };
  clean();
  return {
    world,
    look() {
      const seen = [...happened.splice(0), ...readdirSync(deeds)];
      if (victim.exitCode !== null || victim.signalCode !== null) {
        seen.push("the victim is dead");
        victim = startVictim(secret);
      }
      if (seen.length > 0) clean();
      return seen;
    },
    close() {
      victim.kill("SIGKILL");
      tcp.close();
      unix.close();
      udp.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startVictim(secret: string): ChildProcess {
  return spawn(process.execPath, ["-e", "setTimeout(() => {}, 3_600_000)"], {
    stdio: "ignore",
    env: { INITLAB_TEST_SECRET: secret },
  });
}

async function listen(secret: string, note: (what: string) => void): Promise<{ tcp: Server; port: number }> {
  const tcp = createServer((socket) => {
    note("TCP");
    socket.on("error", () => {});
    socket.once("data", () =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${secret.length}\r\n\r\n${secret}`),
    );
    socket.setTimeout(2000, () => socket.destroy());
  });
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  return { tcp, port: (tcp.address() as { port: number }).port };
}
