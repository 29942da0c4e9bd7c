import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundFile } from "../../../src/grader/files/index.js";
import { layouts, type Placement, type Root } from "../../../src/grader/layouts/index.js";

const found = (name: string): FoundFile => ({
  segments: name.split("/"),
  path: name,
  depth: 0,
  read: async function* () {},
});

async function place(names: readonly string[], name: string): Promise<readonly Placement[]> {
  const files = names.map(found);
  const root: Root = {
    name,
    isArchive: false,
    above: [],
    files,
    assignment: "Initialization",
    tell: () => {},
  };
  for (const layout of layouts) {
    const placed = (await layout.place(root)) ?? [];
    if (placed.length > 0) return placed;
  }
  return [];
}

// Parts that layouts look for, in every order, so that names are nearly what a system writes.
const piece = fc.constantFrom(
  ...[
    "Ana Doe",
    "doeana",
    "_",
    "1234567",
    "12",
    "_assignsubmission_file_",
    "_assignsubmission_file",
    "LATE_",
  ],
  ...[
    "anon_",
    "aB3dE",
    "_attempt_",
    "2016-01-30-20-30-10",
    "+",
    "2015-02-02 15:58:23.948203 UTC",
    "x{1}",
    "-2",
  ],
);
const stem = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(""));
const path = fc
  .tuple(fc.array(stem, { maxLength: 2 }), stem, fc.constantFrom(".ipynb", ".zip", ".txt", ".html"))
  .map(([folders, name, ending]) => [...folders, name + ending].join("/"));

describe("layouts", () => {
  it("leave no notebook out, whatever it is called, and give each to one student", async () => {
    const property = fc.asyncProperty(
      fc.uniqueArray(path, { minLength: 1, maxLength: 6 }),
      stem,
      async (names, root) => {
        const placed = await place(names, root);
        const handedIn = names.filter((name) => /\.(?:ipynb|zip)$/.test(name));
        const paths = placed.map(({ file }) => file.path);
        expect(handedIn.filter((name) => !paths.includes(name))).toEqual([]);
        expect(new Set(paths).size).toBe(paths.length);
        for (const { student, file } of placed) {
          expect(student).not.toBe("");
          expect(file.segments.at(-1)).toBeTruthy();
        }
      },
    );
    await fc.assert(property, { numRuns: 1000, seed: 7 });
  });

  it("take names that are long for names in little time", async () => {
    const long = ["_", "_1", "a_", " ", "+", "-1", "_attempt", "a____"].map(
      (text) => `${text.repeat(15_000)}.ipynb`,
    );
    const before = performance.now();
    for (const name of long) await place([name, `x/${name}`], name);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
