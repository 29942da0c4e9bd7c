import { describe, expect, it } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";

const file = (cells: string, rest = '"metadata": {}, "nbformat": 4, "nbformat_minor": 5') =>
  `{"cells": [${cells}], ${rest}}`;
const code = '"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": []';

describe("parseNotebook", () => {
  it("joins the lines of sources, printed text and text types, and leaves JSON types alone", () => {
    const output = '{"output_type": "stream", "name": "stdout", "text": ["a\\n", "b"]}';
    const data = '{"text/html": ["<p>", "</p>"], "application/json": ["a", "b"]}';
    const shown = `{"output_type": "display_data", "metadata": {}, "data": ${data}}`;
    const cell = `{"cell_type": "code", "execution_count": 2, "metadata": {}, "outputs": [${output}, ${shown}], "source": ["1;\\n", "2;"]}`;
    const [read] = parseNotebook(file(cell)).cells;
    expect(read).toMatchObject({
      source: "1;\n2;",
      outputs: [{ text: "a\nb" }, { data: { "text/html": "<p></p>", "application/json": ["a", "b"] } }],
    });
  });

  it("keeps keys that it does not know, wherever they stand", () => {
    const read = parseNotebook(
      file(
        `{${code}, "source": "", "mine": {"a": 1}}`,
        `"also": [1], "metadata": {"x": null}, "nbformat": 4, "nbformat_minor": 4`,
      ),
    );
    expect(read).toMatchObject({ also: [1], metadata: { x: null }, cells: [{ mine: { a: 1 } }] });
  });

  it("gives the key __proto__ no meaning", () => {
    const read = parseNotebook(
      file("", '"metadata": {"__proto__": {"polluted": 1}}, "nbformat": 4, "nbformat_minor": 5'),
    );
    expect(Object.getPrototypeOf(read.metadata)).toBe(Object.prototype);
    expect(Object.keys(read.metadata)).toEqual(["__proto__"]);
  });

  it.each([
    ["no text at all", "", "the file is empty"],
    ["a web page", "<!DOCTYPE html><html></html>", "this is a web page"],
    ["a merge conflict", '{\n<<<<<<< HEAD\n"cells": []\n', "line 2: git's conflict markers"],
    [
      "a missing comma",
      '{\n "cells": []\n "metadata": {}}',
      'line 3: not JSON: at column 2 expected "," or "}", found "\\""',
    ],
    ["a list", "[]", "not a notebook: expected an object"],
    ["some other object", "{}", 'it has no "nbformat"'],
    ["format 3", '{"nbformat": 3, "worksheets": []}', "nbformat 3 is too old; expected 4"],
    ["format 5", '{"nbformat": 5}', "nbformat should be 4, but is 5"],
    ["a format in quotes", '{"nbformat": "4"}', 'nbformat should be 4, but is "4"'],
    ["no cells", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "cells is missing"],
    [
      "cells of the wrong kind",
      '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": {}}',
      "cells should be a list, but is an object",
    ],
    ["no metadata", '{"nbformat": 4, "nbformat_minor": 5, "cells": []}', "metadata is missing"],
    ["a cell that is null", file("null"), "cell 1: it should be an object"],
    [
      "a cell of no known type",
      file(`{${code}, "source": ""}, {"cell_type": "heading", "id": "h", "metadata": {}, "source": ""}`),
      "cell 2 (h): cell_type should be",
    ],
    ["a cell without a source", file(`{${code}, "id": "abc"}`), "cell 1 (abc): source is missing"],
    ["a source that is a number", file(`{${code}, "source": 3}`), "cell 1: source should be text"],
    [
      "an output without a type",
      file('{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [{}], "source": ""}'),
      "cell 1: outputs.0.output_type is missing",
    ],
    [
      "a code cell without outputs",
      file('{"cell_type": "code", "execution_count": null, "metadata": {}, "source": ""}'),
      "cell 1: outputs is missing",
    ],
    [
      "a count that is text",
      file('{"cell_type": "code", "execution_count": "1", "metadata": {}, "outputs": [], "source": ""}'),
      'cell 1: execution_count should be a number, but is the string "1"',
    ],
  ])("refuses %s and says where", (_, text, message) => {
    expect(() => parseNotebook(text)).toThrow(message);
    expect(() => parseNotebook(text)).toThrow(expect.objectContaining({ name: "NotebookError" }));
  });
});
