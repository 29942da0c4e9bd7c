import { describe, expect, it } from "vitest";
import { type Lock, trimLock } from "../../../src/instructor/zip/trimLock.js";

const lock: Lock = {
  name: "project",
  version: "1.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: {
    "": { workspaces: ["lib"], dependencies: { a: "1", tool: "1" }, devDependencies: { builder: "1" } },
    lib: { version: "1.0.0", dependencies: { c: "1" } },
    "node_modules/a": { version: "1.0.0", dependencies: { b: "2" }, peerDependencies: { p: "1", q: "1" } },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    "node_modules/b": { version: "1.0.0" },
    "node_modules/builder": { version: "1.0.0", dev: true },
    "node_modules/c": {
      version: "1.0.0",
      optionalDependencies: { "c-linux": "1", "c-windows": "1", none: "1" },
    },
    "node_modules/c-linux": { version: "1.0.0", os: ["linux"], optional: true },
    "node_modules/c-windows": { version: "1.0.0", os: ["win32"], devOptional: true },
    "node_modules/lib": { resolved: "lib", link: true },
    "node_modules/p": { version: "1.0.0" },
    "node_modules/tool": { version: "1.0.0" },
  },
};
const optionalPeer = {
  ...lock.packages["node_modules/a"],
  peerDependenciesMeta: { q: { optional: true } },
};
const root = { name: "student", version: "3.0.0", workspaces: ["lib"], dependencies: { a: "1" } };

describe("trimLock", () => {
  const trimmed = trimLock({ ...lock, packages: { ...lock.packages, "node_modules/a": optionalPeer } }, root);

  it("keeps what the new root leads to: the nearest version, peers, workspaces, and every platform's build", () => {
    expect(Object.keys(trimmed.packages)).toEqual([
      "",
      "lib",
      "node_modules/a",
      "node_modules/a/node_modules/b",
      "node_modules/c",
      "node_modules/c-linux",
      "node_modules/c-windows",
      "node_modules/lib",
      "node_modules/p",
    ]);
  });

  it("names the new root, and keeps what stands beside the packages", () => {
    expect(trimmed).toMatchObject({ name: "student", version: "3.0.0", lockfileVersion: 3, requires: true });
    expect(trimmed.packages[""]).toEqual(root);
  });

  it("marks as optional what only development could not do without", () => {
    expect(trimmed.packages["node_modules/c-windows"]).toEqual({
      version: "1.0.0",
      os: ["win32"],
      optional: true,
    });
  });

  it("refuses a lock file that lacks what is needed, and says what", () => {
    expect(() => trimLock(lock, root)).toThrow("node_modules/a needs q, which is not locked");
    expect(() => trimLock(lock, { ...root, dependencies: { x: "1" } })).toThrow("the root needs x");
    expect(() => trimLock(lock, { ...root, workspaces: ["other"] })).toThrow("no link to other");
  });
});
