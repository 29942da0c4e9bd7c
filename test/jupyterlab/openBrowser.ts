import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { endMarkedProcesses } from "../support/processes/markedProcesses.mjs";

export interface OpenedBrowser {
  readonly browser: Browser;
  readonly page: Page;
  /** Requests that would have left this machine; they were stopped. */
  readonly outside: readonly string[];
  /** Exceptions that nobody caught in the page. */
  readonly exceptions: readonly string[];
  /** Closes the browser; kills it when it does not close within 20 s, which playwright would wait for much longer. */
  close(): Promise<void>;
}

const patience = 20_000;

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Opens an empty page in the system's Chromium, or in the one that the environment variable CHROMIUM names.
 *
 * @throws when there is none; the message says how to install it
 */
export async function openBrowser(): Promise<OpenedBrowser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `openBrowser: there is no Chromium at ${executablePath}. Install it (Debian: apt-get install chromium), or name another one: CHROMIUM=/path/to/chrome npm test`,
    );
  }
  const mark = `INITLAB_TEST_${randomUUID().replaceAll("-", "")}`;
  const env = { ...process.env, [mark]: "1" };
  const browser = await chromium.launch({ executablePath, args: flags, env });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const outside: string[] = [];
  const exceptions: string[] = [];
  await page.route(
    (url) => !isLocal(url),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  page.on("websocket", (socket) => {
    if (!isLocal(new URL(socket.url()))) outside.push(socket.url());
  });
  page.on("pageerror", (error) => exceptions.push(String(error.stack ?? error)));
  const close = async () => {
    const closed = browser.close().catch(() => {});
    const isClosed = await Promise.race([closed.then(() => true), sleep(patience, false, { ref: false })]);
    const killed = await endMarkedProcesses(mark, isClosed ? 2000 : 0);
    if (killed.length > 0) console.warn(`The browser did not close; had to kill:\n${killed.join("\n")}`);
  };
  return { browser, page, outside, exceptions, close };
}

function isLocal({ protocol, hostname }: URL): boolean {
  return ["data:", "blob:"].includes(protocol) || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
