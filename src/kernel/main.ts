import { Kernel } from "./front/Kernel.js";
import { watchParent } from "./front/watchParent.js";
import { readConnectionFile } from "./protocol/ConnectionInfo.js";
import { Signer } from "./protocol/Signer.js";
import { Sockets } from "./protocol/Sockets.js";

// The process that Jupyter starts, with the connection file as its argument.

try {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error("expected the connection file as the only argument");
  const connection = readConnectionFile(file);
  const signer = new Signer(connection);
  const sockets = new Sockets();
  await sockets.bind(connection);
  const folder = process.cwd();
  const notebook = process.env.JPY_SESSION_NAME;
  const memory = Number(process.env.INITLAB_ENGINE_MEMORY) || undefined;
  const exit = (): void => {
    sockets.close();
    process.exit(0);
  };
  // Before the first engine is there: whoever sees the engine may count on it.
  watchParent(process.env, () => void kernel.shutDown());
  const kernel: Kernel = new Kernel({ sockets, signer, folder, notebook, memory, exit, fail });
  process.on("SIGINT", () => void kernel.interrupt());
  process.on("SIGTERM", () => void kernel.shutDown());
  process.on("uncaughtException", (error) => console.error("initlab kernel:", error));
  await kernel.listen();
} catch (error) {
  fail((error as Error).message);
}

function fail(reason: string): void {
  console.error(`initlab kernel: ${reason}`);
  process.exit(1);
}
