import { readFileSync } from "node:fs";

/** The five sockets of a kernel, in the protocol's words. */
export const channels = ["shell", "control", "stdin", "iopub", "hb"] as const;
export type Channel = (typeof channels)[number];

/** What the connection file says: where to listen, and how messages are signed. */
export interface ConnectionInfo {
  readonly addresses: Readonly<Record<Channel, string>>;
  readonly key: string;
  /** The hash of the signatures, as Node.js names it: `sha256`. */
  readonly hash: string;
}

/**
 * Reads the file that Jupyter names on the command line.
 *
 * @throws Error that names the file and what is wrong with it
 * @see https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files
 */
export function readConnectionFile(path: string): ConnectionInfo {
  try {
    return parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new Error(`the connection file ${path} cannot be used: ${(error as Error).message}`);
  }
}

function parse(file: unknown): ConnectionInfo {
  if (typeof file !== "object" || file === null) throw new Error("expected a JSON object");
  const entries = file as Readonly<Record<string, unknown>>;
  const { transport = "tcp", ip = "127.0.0.1", key = "", signature_scheme: scheme = "hmac-sha256" } = entries;
  if (transport !== "tcp" && transport !== "ipc") {
    throw new Error(`expected transport to be tcp or ipc, got ${JSON.stringify(transport)}`);
  }
  if (typeof ip !== "string") throw new Error(`expected ip to be a string, got ${JSON.stringify(ip)}`);
  if (typeof key !== "string") throw new Error("expected key to be a string");
  const separator = transport === "tcp" ? ":" : "-";
  const address = (channel: Channel): string =>
    `${transport}://${ip}${separator}${portOf(entries, `${channel}_port`)}`;
  const addresses = Object.fromEntries(channels.map((channel) => [channel, address(channel)]));
  return { addresses: addresses as Record<Channel, string>, key, hash: hashOf(scheme) };
}

function portOf(entries: Readonly<Record<string, unknown>>, name: string): number {
  const port = entries[name];
  if (Number.isInteger(port) && (port as number) > 0 && (port as number) < 65_536) return port as number;
  throw new Error(`expected ${name} to be a port number, got ${JSON.stringify(port)}`);
}

function hashOf(scheme: unknown): string {
  const hash = typeof scheme === "string" ? /^hmac-([a-z0-9]+)$/.exec(scheme)?.[1] : undefined;
  if (hash === undefined) {
    throw new Error(`expected signature_scheme to be like hmac-sha256, got ${JSON.stringify(scheme)}`);
  }
  return hash;
}
