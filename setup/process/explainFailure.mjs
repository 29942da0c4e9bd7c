// @ts-check
import { relative } from "node:path";
import { Problem } from "./Problem.mjs";

/** How many of its last lines tell something: more when the cause is not known. */
const LAST_LINES = { known: 3, unknown: 12 };

/** What installers write when something outside the project is wrong, and what helps. The first that fits is told. */
const CAUSES = [
  {
    pattern: /ENOSPC|No space left on device|not enough space/i,
    text: "The disk is full. Make room (the set-up takes about 1 GB in this folder), then run the command again.",
  },
  {
    pattern: /EROFS|Read-only file system/i,
    text: "This folder cannot be written to. Copy the project to a folder of your own and start it there.",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Failed to establish a new connection|Name or service not known|Temporary failure in name resolution/,
    text: "The network cannot be reached. The first start fetches packages; later ones work without a network. Connect (behind a proxy, set HTTPS_PROXY), then run the command again.",
  },
  {
    pattern: /SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|CERTIFICATE_VERIFY_FAILED/,
    text: "The network's certificate is not trusted. Give its certificate to npm (NODE_EXTRA_CA_CERTS) and pip (PIP_CERT), then run the command again.",
  },
  {
    pattern: /EINTEGRITY|DO NOT MATCH THE HASHES/,
    text: "A package that was fetched is not the one in the lock file. If it happens again, something on the way to the package registry changes files: try another network.",
  },
  {
    pattern: /npm ci` can only install packages when/,
    text: "package.json and package-lock.json do not fit together. Undo your change to them, or run `npm install` to write the lock file again.",
  },
  {
    pattern: /No matching distribution found|no matching distribution/i,
    text: "A Python package has no build for this Python on this machine. A 64-bit CPython 3.11, 3.12 or 3.13 from https://www.python.org/downloads has them all.",
  },
  {
    pattern: /EACCES|EPERM|Permission denied/,
    text: "A file may not be written. Check who owns this folder (and ~/.npm), or copy the project to a folder of your own.",
  },
];

/**
 * Turns the failure of a step into one message: the cause if it can be told, the last lines of the log, and where the rest is.
 *
 * @param {string} step
 * @param {string} output what the step wrote to the log; nothing when it wrote to the terminal
 * @param {{ root: string, log: string }} places
 * @returns {Problem}
 */
export function explainFailure(step, output, { root, log }) {
  if (output === "") return new Problem(`${step} failed: what it says stands above.`);
  const cause = CAUSES.find(({ pattern }) => pattern.test(output))?.text;
  const tail = output
    .trimEnd()
    .split("\n")
    .slice(cause === undefined ? -LAST_LINES.unknown : -LAST_LINES.known);
  const lines = [
    `${step} failed. ${cause ?? "The last lines it wrote:"}`,
    ...tail.map((line) => `    ${line}`),
    `All of it: ${relative(root, log)}. The next start tries again.`,
  ];
  return new Problem(lines.join("\n"));
}
