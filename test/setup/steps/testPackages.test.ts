import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { places as findPlaces } from "../../../setup/process/places.mjs";

const places = findPlaces(fileURLToPath(new URL("../../..", import.meta.url)));

/** Where a Python finds modules; null for those that it does not. */
function originsOf(python: string, names: readonly string[]): Record<string, string | null> {
  const program = `import importlib.util, json, sys
specs = {name: importlib.util.find_spec(name) for name in sys.argv[1:]}
print(json.dumps({name: spec and spec.origin for name, spec in specs.items()}))`;
  return JSON.parse(execFileSync(python, ["-I", "-c", program, ...names], { encoding: "utf8" }));
}

describe("testPackages", () => {
  test("testPackages leaves .venv as npm start makes it: JupyterLab gets no menus of nbgrader or Notebook", () => {
    const names = ["nbgrader", "notebook", "papermill", "ipywidgets", "jupyter_kernel_test"];
    const found = originsOf(places.python, ["jupyterlab", ...names]);
    expect(found.jupyterlab).toContain(places.venv);
    expect(names.filter((name) => found[name] !== null)).toEqual([]);
  });

  test("testPackages installs only what .venv has not: one JupyterLab, the students' own", () => {
    const found = originsOf(places.testPython, ["jupyterlab", "nbconvert", "nbgrader", "papermill"]);
    expect(found.jupyterlab?.startsWith(join(places.venv, ""))).toBe(true);
    expect(found.nbconvert?.startsWith(join(places.venv, ""))).toBe(true);
    for (const name of ["nbgrader", "papermill"])
      expect(found[name]?.startsWith(join(places.testVenv, ""))).toBe(true);
  });
});
