import { readConnectionFile } from "./protocol/ConnectionInfo.js";
import { Signer } from "./protocol/Signer.js";
import { Kernel } from "./front/Kernel.js";
import { Sockets } from "./front/Sockets.js";

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
  const exit = (): void => {
    sockets.close();
    process.exit(0);
  };
  const kernel = new Kernel({ sockets, signer, folder, notebook, exit });
  process.on("SIGINT", () => void kernel.interrupt());
  process.on("SIGTERM", () => void kernel.shutDown());
  process.on("uncaughtException", (error) => console.error("initlab kernel:", error));
  await kernel.listen();
} catch (error) {
  console.error(`initlab kernel: ${(error as Error).message}`);
  process.exit(1);
}
