import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { openSandbox, SandboxError } from "../../../src/grader/sandbox/index.ts";
import { countsProcessesApart } from "../../../src/grader/tiers/bubblewrapCommand.ts";
import { findDeno } from "../../../src/grader/tiers/findDeno.ts";
import { limitRows, limitTable } from "../../../src/grader/tiers/limitTable.ts";
import { librariesIn } from "../../../src/grader/tiers/sharedLibraries.ts";
import { attacks } from "../attacks/index.ts";
import { Submission } from "./support/Submission.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders: string[] = [];
const children: ChildProcess[] = [];
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "initlab-sandbox-"));
  folders.push(folder);
  return folder;
};
const { PATH } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Puts a command of this name before all others. */
function fake(name: string, script: string): void {
  const folder = temporary();
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  process.env.PATH = `${folder}:${PATH}`;
}

describe("openSandbox", () => {
  test("takes bubblewrap where it works", async () => {
    const sandbox = await openSandbox("auto");
    expect(sandbox.tier).toBe("bubblewrap");
    await sandbox.close();
  }, 60_000);

  test("takes Deno alone where bubblewrap does not work, unless bubblewrap is asked for", async () => {
    fake("bwrap", "echo 'bwrap: No permissions to create new namespace' >&2; exit 1");
    const sandbox = await openSandbox("auto");
    expect(sandbox.tier).toBe("deno");
    await sandbox.close();
    const refusal = /bubblewrap does not work on this machine: .*No permissions to create new namespace/;
    await expect(openSandbox("bubblewrap")).rejects.toThrow(refusal);
    await expect(openSandbox("auto", { require: "bubblewrap" })).rejects.toThrow(SandboxError);
  }, 60_000);

  test("refuses a bubblewrap that is too old to forbid user namespaces", async () => {
    fake("bwrap", "echo 'bwrap: Unknown option --disable-userns' >&2; exit 1");
    await expect(openSandbox("bubblewrap")).rejects.toThrow(/0\.8 or newer/);
  }, 60_000);

  test("refuses Deno alone where bubblewrap is required", async () => {
    await expect(openSandbox("deno", { require: "bubblewrap" })).rejects.toThrow(
      "The sandbox cannot be deno when bubblewrap is required.",
    );
  });

  test("names a system that Deno is not for", () => {
    expect(() => findDeno("sunos sparc")).toThrow("there is not for sunos sparc");
  });

  test("leaves no process behind when it closes", async () => {
    for (const tier of ["deno", "bubblewrap"] as const) {
      const sandbox = await openSandbox(tier, { ahead: 2 });
      const submission = await Submission.in(sandbox);
      expect(guestsOf(process.pid).length).toBeGreaterThan(0);
      await sandbox.close();
      expect(guestsOf(process.pid)).toEqual([]);
      expect((await submission.run("1")).kind).toBe("crashed");
    }
  }, 60_000);
});

describe.each(["deno", "bubblewrap"] as const)("a guest in %s", (tier) => {
  test("dies with a grader that is killed, also in a loop", async () => {
    const grader = startGrader(tier, process.execPath, []);
    await saysReady(grader);
    const guests = guestsOf(grader.pid!);
    expect(guests.length).toBeGreaterThan(1);
    grader.kill("SIGKILL");
    await until(() => guests.every((pid) => !existsSync(`/proc/${pid}/exe`)));
  }, 60_000);

  test.runIf(process.getuid?.() === 0)(
    "runs for an ordinary user as well",
    async () => {
      const user = ["--reuid", "12345", "--regid", "12345", "--clear-groups", "--", process.execPath];
      await saysReady(startGrader(tier, "setpriv", user));
    },
    60_000,
  );

  test.runIf(process.getuid?.() === 0)(
    "runs as nobody for root, from copies where nobody else may read",
    async () => {
      const folder = temporary();
      for (const name of ["node_modules/deno", "node_modules/@deno", "dist", "package.json"])
        cpSync(join(root, name), join(folder, name), { recursive: true });
      chmodSync(folder, 0o700);
      const grader = startGrader(tier, process.execPath, [], folder);
      await saysReady(grader);
      for (const pid of guestsOf(grader.pid!))
        expect(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]).toBe("65534");
    },
    60_000,
  );
});

describe("limitTable", () => {
  const text = readFileSync(join(root, "docs/sandbox.md"), "utf8");
  test("stands in the documentation", () => {
    expect(text).toContain(limitTable());
  });

  const titles = [
    ...attacks.map(({ name }) => name),
    ...["openSandbox.test.ts", "guest.test.ts"].map((file) =>
      readFileSync(join(import.meta.dirname, file), "utf8"),
    ),
  ].join("\n");
  test.each(limitRows.map((row) => [row.limit, row] as const))("is tested: %s", (_, row) => {
    expect(titles).toContain(row.test);
  });
});

test("librariesIn reads what ldd prints", () => {
  const output = `\tlinux-vdso.so.1 (0x00007ffd)\n\tlibm.so.6 => /lib/libm.so.6 (0x00007f01)\n\t/lib64/ld.so.2 (0x00007f02)\n`;
  expect(librariesIn(output)).toEqual(["/lib/libm.so.6", "/lib64/ld.so.2"]);
  expect(() => librariesIn("\tlibx.so => not found\n")).toThrow(SandboxError);
});

test("countsProcessesApart knows the kernel that it takes", () => {
  const kernels = ["4.19.0", "5.13.2-generic", "5.14.0", "6.1.0-18-amd64"];
  expect(kernels.map(countsProcessesApart)).toEqual([false, false, true, true]);
});

/** A grader whose submission runs in a loop. */
function startGrader(tier: string, file: string, args: readonly string[], folder = root): ChildProcess {
  const program = `
    import { defaultLimits, openSandbox } from ${JSON.stringify(join(folder, "dist/grader/sandbox/index.js"))};
    const sandbox = await openSandbox(${JSON.stringify(tier)});
    const guest = await sandbox.start({ imports: [], seed: "", clock: 0, limits: defaultLimits });
    const script = (text) => ({ parts: [{ text, columnOffset: 0 }], imports: [], shadows: [], names: [] });
    const { kind } = await guest.run({ name: "a", script: script("1") }, 10);
    void guest.run({ name: "b", script: script("for (;;) {}") }, 60);
    setTimeout(() => console.log("ready " + kind), 500);`;
  const child = spawn(file, [...args, "--input-type=module", "-e", program], {
    cwd: "/",
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function saysReady(grader: ChildProcess): Promise<void> {
  const text = await new Promise<string>((resolve) => {
    grader.stdout!.once("data", (piece) => resolve(String(piece)));
    grader.once("exit", () => resolve("it ended"));
  });
  expect(text.trim()).toBe("ready done");
}

/** The processes below another one, however deep. */
function guestsOf(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "latin1");
        if (!/^Name:\s+(deno|bwrap)/m.test(status) || /^State:\s+Z/m.test(status)) return [];
        return [[Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])] as const];
      } catch {
        return [];
      }
    });
  const below = (parent: number): number[] =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds()) {
    expect(performance.now()).toBeLessThan(end);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
