// @ts-check
import { createServer } from "node:net";
import { Problem } from "../process/Problem.mjs";

/**
 * Makes sure that a port which was asked for can be had: JupyterLab would silently take the next one.
 *
 * @param {number} port 0 stands for any
 * @param {string} ip where JupyterLab will listen
 * @throws {Problem} that says what to do
 */
export async function checkPort(port, ip) {
  if (port === 0) return;
  const hosts = ip === "localhost" ? ["127.0.0.1", "::1"] : [ip === "*" ? "0.0.0.0" : ip];
  for (const host of hosts) {
    const code = await tryListen(port, host);
    if (code === "EADDRINUSE")
      throw new Problem(
        `Port ${port} is taken by another program, maybe by a JupyterLab that still runs. Stop that program, or choose another port (npm start -- --port ${port === 65_535 ? 65_534 : port + 1}), or leave --port out: JupyterLab then finds a free one.`,
      );
    if (code === "EACCES")
      throw new Problem(
        `Port ${port} is reserved for the system. Choose one above 1023: npm start -- --port 8888`,
      );
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error's code; a machine without IPv6 has none there
 */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
