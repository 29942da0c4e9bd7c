import type { Deed } from "./Attack.ts";

const load = (name: string): string => `await (0, eval)("import('node:${name}')")`;
const touch = `world.folder + "/deed"`;

const deed = (name: string, cell: string, more: Partial<Deed> = {}): Deed => ({
  kind: "deed",
  name,
  cell,
  ...more,
});

/** Whatever reaches the server or leaves something in the folder has been done. */
export const deeds: readonly Deed[] = [
  deed("writes a file", `const fs = ${load("fs")}; fs.writeFileSync(${touch}, "here");`),
  deed(
    "writes a file, without an import",
    `process.getBuiltinModule("node:fs").writeFileSync(${touch}, "here");`,
  ),
  deed("makes a folder", `const fs = ${load("fs/promises")}; await fs.mkdir(${touch});`),
  deed("makes a link", `const fs = ${load("fs")}; fs.symlinkSync(world.textFile, ${touch});`),
  deed("writes a heap snapshot", `const v8 = ${load("v8")}; v8.writeHeapSnapshot(${touch});`),
  deed(
    "connects by TCP",
    `const net = ${load("net")};
    await new Promise((resolve, reject) => net.connect(world.port, "127.0.0.1", resolve).on("error", reject));`,
  ),
  deed(
    "sends by UDP",
    `const dgram = ${load("dgram")};
    const socket = dgram.createSocket("udp4");
    await new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.send("here", world.udpPort, "127.0.0.1", (error) => (error ? reject(error) : resolve(undefined)));
    });`,
  ),
  deed(
    "connects to a unix socket",
    `const net = ${load("net")};
    await new Promise((resolve, reject) => net.connect(world.socketFile, resolve).on("error", reject));`,
  ),
  deed("posts by fetch", `await fetch("http://127.0.0.1:" + world.port, { method: "POST", body: "here" });`),
  deed(
    "opens a WebSocket",
    `new WebSocket("ws://127.0.0.1:" + world.port);
    await new Promise((resolve) => setTimeout(resolve, 500));`,
    { notInNode: "Node.js 20 has none" },
  ),
  deed(
    "connects by TLS",
    `const tls = ${load("tls")};
    await new Promise((resolve, reject) => tls.connect(world.port, "127.0.0.1", resolve).on("error", reject));`,
  ),
  deed(
    "listens on a port",
    `const net = ${load("net")}; const fs = ${load("fs")};
    await new Promise((resolve, reject) =>
      net.createServer().on("error", reject).listen(world.freePort, "127.0.0.1", resolve));
    net.connect(world.port, "127.0.0.1");
    await new Promise((resolve) => setTimeout(resolve, 200));`,
  ),
  deed(
    "opens the inspector",
    `const inspector = ${load("inspector")}; const net = ${load("net")};
    inspector.open(0, "127.0.0.1");
    const port = Number(new URL(inspector.url()).port);
    await new Promise((resolve, reject) => net.connect(port, "127.0.0.1", resolve).on("error", reject));
    net.connect(world.port, "127.0.0.1");
    await new Promise((resolve) => setTimeout(resolve, 200));`,
  ),
  deed(
    "starts a program",
    `const { execFileSync } = ${load("child_process")}; execFileSync("touch", [${touch}]);`,
  ),
  deed(
    "leaves a process behind",
    `const { spawn } = ${load("child_process")};
    const child = spawn("sh", ["-c", "sleep 0.3; touch " + ${touch}], { detached: true, stdio: "ignore" });
    await new Promise((resolve, reject) => child.on("spawn", resolve).on("error", reject));
    child.unref();`,
    { later: true },
  ),
  deed(
    "leaves a worker behind",
    `const { Worker } = ${load("worker_threads")};
    const text = "setTimeout(() => require('node:fs').writeFileSync(process.argv[2], 'here'), 200)";
    new Worker(text, { eval: true, argv: [${touch}] });
    await new Promise((resolve) => setTimeout(resolve, 600));`,
    { later: true },
  ),
  deed("kills another process", `const process = ${load("process")}; process.kill(world.victim, "SIGKILL");`),
  deed(
    "kills its process group's parent",
    `const { execFileSync } = ${load("child_process")};
    execFileSync("kill", ["-9", String(world.victim)]);`,
  ),
];
