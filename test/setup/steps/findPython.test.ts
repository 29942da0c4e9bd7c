import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPython } from "../../../setup/steps/findPython.mjs";

// Programs that answer as a Python of that age does; they are found through PATH, as real ones are.
describe.skipIf(process.platform === "win32")("findPython", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "initlab-python-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function install(name: string, answer: string, status = 0): void {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho '${answer}'\nexit ${status}\n`);
    chmodSync(path, 0o755);
  }
  const find = () => findPython({ platform: "linux", env: { PATH: folder } });

  test("findPython takes the usual name when it is new enough", () => {
    install("python3", "3.10.0|");
    install("python3.13", "3.13.1|");
    expect(find()).toEqual(["python3"]);
  });

  test("findPython takes a newer one under its full name when the usual one is too old", () => {
    install("python3", "3.9.6|");
    install("python3.12", "3.12.3|");
    expect(find()).toEqual(["python3.12"]);
  });

  test("findPython takes another one when the usual one has no venv", () => {
    install("python3", "3.11.2|ensurepip");
    install("python3.13", "3.13.1|");
    expect(find()).toEqual(["python3.13"]);
  });

  test("findPython names every Python that is too old, and where to get one", () => {
    install("python3", "3.9.6|");
    install("python", "2.7.18|venv,ensurepip");
    expect(find).toThrow(
      /^Python 3\.10 or newer is needed for JupyterLab; python3 is 3\.9\.6, python is 2\.7\.18\.\n.*python\.org\/downloads/,
    );
  });

  test("findPython says that there is none, also when a program of that name does not answer as one", () => {
    install("python3", "Python was not found; install it from the store", 9);
    expect(find).toThrow(/no Python was found \(python3, python, py -3\)/);
  });

  test("findPython names Debian's package when the module venv or ensurepip is missing", () => {
    install("python3", "3.11.2|ensurepip");
    expect(find).toThrow(/python3 is Python 3\.11\.2, but its module ensurepip is missing/);
    expect(find).toThrow(/sudo apt install python3-venv \(or python3\.11-venv\)/);
  });
});

test("findPython finds the Python of this machine", () => {
  expect(findPython().length).toBeGreaterThan(0);
});
