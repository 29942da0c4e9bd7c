import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runClientWell } from "./support/runClient.ts";

const program = fileURLToPath(new URL("terminal.py", import.meta.url));

interface Session {
  readonly raw: string;
  readonly text: string;
  readonly code: number;
}

/** The program waits for each of these in turn, so a session that ended has shown all of them: see terminal.py. */
describe("jupyter console", () => {
  let session: Session;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "initlab-terminal-"));
    try {
      session = JSON.parse(await runClientWell("tests", ["python", program, "tslab"], folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it("comes to its end: open lines, values, Tab, a question, an error, Ctrl-C", () => {
    expect(session.code).toBe(0);
  });

  it("is greeted by this kernel", () => {
    expect(session.text).toMatch(/initlab \d+\.\d+\.\d+: TypeScript \d+\.\d+\.\d+ on Node\.js/);
  });

  it("indents what follows an open brace", () => {
    expect(session.text).toMatch(/function twice\(x: number\) \{\n +\.\.\.: {3}return 2 \* x;/);
  });

  it("shows an error with the cell's own line, marked, in colour", () => {
    expect(session.text).toMatch(
      /RangeError: no such layer\n +at Cell \[\d+\], line 1, column 7\n-->.*throw new RangeError.*\n.*\^/,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour begins with the control character ESC.
    expect(session.raw).toMatch(/\x1b\[[0-9;]+m[^\n]*RangeError/);
  });

  it("stops a loop by Ctrl-C and keeps the variables", () => {
    expect(session.text).toContain("Interrupted: the cell was stopped; the variables are kept.");
    expect(session.text).toMatch(/Interrupted(.|\n)*Out\[\d+\]: 6$/);
  });
});
