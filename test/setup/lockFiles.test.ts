import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const PYTHON_LOCKS = ["setup/requirements.lock", "setup/requirements-test.lock"];

interface Entry {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}
const packages = (JSON.parse(read("package-lock.json")) as { packages: Record<string, Entry> }).packages;
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.startsWith("node_modules/") && !link,
);

describe("lock files", () => {
  test.each([".npmrc", ...PYTHON_LOCKS])(
    "%s names no host: packages come from where the machine gets its own",
    (path) => {
      expect(read(path).match(/[a-z+]+:\/\/[^\s"]+|index-url|registry=/g) ?? []).toEqual([]);
    },
  );

  test("package-lock.json names no host to install from: npm asks the machine's own registry", () => {
    const resolved = Object.values(packages).flatMap((entry) => entry.resolved ?? []);
    expect(resolved.filter((place) => !["src/init_utils", "public_tests"].includes(place))).toEqual([]);
    expect(read("package-lock.json").match(/registry\.[a-z]+|\.tgz/g) ?? []).toEqual([]);
  });

  test("package-lock.json has a hash for every package", () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual(
      [],
    );
  });

  test("package-lock.json has an entry for every system's build, without which npm ci refuses it", () => {
    const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });

  test.each(PYTHON_LOCKS)("%s pins every package with hashes", (path) => {
    const entries = read(path)
      .split(/^(?=[a-z])/m)
      .filter((entry) => /^[a-z]/.test(entry));
    expect(entries.length).toBeGreaterThan(0);
    expect(
      entries.filter((entry) => !/^[a-z0-9.-]+==\S+.*\\\n {4}--hash=sha256:[0-9a-f]{64}/.test(entry)),
    ).toEqual([]);
  });

  test("setup/requirements-test.lock asks for no version that setup/requirements.lock has otherwise", () => {
    const pins = (path: string) =>
      [...read(path).matchAll(/^([a-z0-9.-]+)==(\S+)/gm)].map(([, name, version]) => [name, version]);
    const main = pins(PYTHON_LOCKS[0]!);
    const names = new Set(main.map(([name]) => name));
    const allowed = new Set(main.map(String));
    expect(pins(PYTHON_LOCKS[1]!).filter((pin) => names.has(pin[0]) && !allowed.has(String(pin)))).toEqual(
      [],
    );
  });
});

describe("tracked files", () => {
  test("tracked files hold no path of one machine", () => {
    const files = listTracked();
    // Written in two parts, or this file would be found.
    const places = new RegExp(["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/[a-z]+/"].join("|"));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => places.test(read(path)))).toEqual([]);
  });
});

/** What git has, as far as it is still there. */
function listTracked(): string[] {
  const output = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  return output.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
}
