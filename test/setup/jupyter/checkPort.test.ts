import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { checkPort } from "../../../setup/jupyter/checkPort.mjs";

describe("checkPort", () => {
  let server: Server | undefined;
  afterEach(
    () => new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve))),
  );

  async function occupy(): Promise<number> {
    server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  }

  test("checkPort names a port that is taken, and three ways out", async () => {
    const port = await occupy();
    const message = new RegExp(
      `^Port ${port} is taken.*Stop that program.*--port ${port + 1}.*leave --port out`,
    );
    await expect(checkPort(port, "localhost")).rejects.toThrow(message);
  });

  test("checkPort sees a port that is taken when JupyterLab would listen everywhere", async () => {
    await expect(checkPort(await occupy(), "*")).rejects.toThrow(/is taken/);
  });

  test("checkPort accepts a port that is free again", async () => {
    const port = await occupy();
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    await expect(checkPort(port, "localhost")).resolves.toBeUndefined();
  });

  test("checkPort accepts 0, which stands for any port", async () => {
    await expect(checkPort(0, "localhost")).resolves.toBeUndefined();
  });
});
