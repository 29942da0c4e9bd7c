import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseNotebook, serializeNotebook } from "../../src/notebook/index.js";
import { code, notebook } from "./notebooks.js";

const reference = (name: string) =>
  readFileSync(new URL(`../reference/notebooks/${name}`, import.meta.url), "utf8");

describe("serializeNotebook", () => {
  it.each(["odd.ipynb", "instructor.ipynb", "released.ipynb"])(
    "writes %s byte for byte as nbformat wrote it",
    (name) => {
      expect(serializeNotebook(parseNotebook(reference(name)))).toBe(reference(name));
    },
  );

  it("writes keys in the order of their code points, whatever their order was", () => {
    const text = reference("odd.ipynb");
    const parsed = parseNotebook(text);
    const reversed = Object.fromEntries(Object.entries(parsed).reverse()) as typeof parsed;
    expect(serializeNotebook(reversed)).toBe(text);
  });

  it("leaves out what the format calls transient", () => {
    const source = {
      ...notebook(code("1;", { trusted: true, kept: 1 })),
      metadata: { signature: "x", orig_nbformat: 3 },
    };
    const written = JSON.parse(serializeNotebook(source));
    expect(written.metadata).toEqual({});
    expect(written.cells[0].metadata).toEqual({ kept: 1 });
  });
});
