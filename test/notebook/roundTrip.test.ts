import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { places } from "../../setup/process/places.mjs";
import { parseNotebook, serializeNotebook } from "../../src/notebook/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const server = fileURLToPath(new URL("jupyter_save.py", import.meta.url));

function jupyter<In, Out>(step: "open" | "save", items: readonly In[]): readonly Out[] {
  const { status, stdout, stderr } = spawnSync(places(root).python, ["-I", server, step], {
    input: JSON.stringify(items),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr.slice(-2000));
  return JSON.parse(stdout);
}

/** What JupyterLab writes when a notebook is opened and saved: the server reads, the page parses and sends, the server writes. */
function saveInJupyterLab(texts: readonly string[]): readonly string[] {
  return jupyter("save", jupyter("open", texts));
}

// No lone surrogates, which no file in UTF-8 holds; every end of a line that Python knows.
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "ü",
        "\u{1f600}",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\v",
        "\f",
        "\x1c",
        "\x85",
        "\u2028",
        '"',
        "\\",
      ),
    )
    .map((parts) => parts.join("")),
);
/** Files split texts into lines, or do not, or split them elsewhere. */
const multiline = fc.oneof(text, fc.array(text, { maxLength: 4 }));
const key = fc.oneof(
  text,
  fc.constantFrom("__proto__", "constructor", "10", "9", "Z", "a", "\uffff", "\u{10000}"),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e-7, 1e16, 1e21, 123456789012345680000, 5e-324, 0.1, 1e-5),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, number, fc.boolean(), fc.constant(null), tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));
const metadata = fc
  .tuple(json.object as fc.Arbitrary<object>, fc.subarray(["trusted", "signature", "orig_nbformat", "tags"]))
  .map(([object, names]) => ({
    ...object,
    ...Object.fromEntries(names.map((name) => [name, name === "tags" ? ["x"] : 1])),
  }))
  // The format says what these may be.
  .map(({ name: _, collapsed: __, scrolled: ___, format: ____, ...rest }: Record<string, unknown>) => rest);
const type = fc.constantFrom(
  "text/plain",
  "text/html",
  "text/x-odd",
  "image/png",
  "image/svg+xml",
  "application/javascript",
  "application/json",
  "application/vnd.x+json",
  "application/pdf",
);
const bundle = fc
  .uniqueArray(type, { maxLength: 4 })
  .chain((types) =>
    fc
      .tuple(...types.map((one) => (/json$/.test(one) ? json.value : multiline)))
      .map((values) => Object.fromEntries(types.map((one, index) => [one, values[index]]))),
  );
const attachments = fc.dictionary(text, bundle, { maxKeys: 2 });
const output = fc.oneof(
  fc.record({
    output_type: fc.constant("stream"),
    name: fc.constantFrom("stdout", "stderr"),
    text: multiline,
  }),
  fc.record({ output_type: fc.constant("display_data"), data: bundle, metadata }),
  fc.record({
    output_type: fc.constant("execute_result"),
    data: bundle,
    metadata,
    execution_count: fc.option(fc.nat()),
  }),
  fc.record({
    output_type: fc.constant("error"),
    ename: text,
    evalue: text,
    traceback: fc.array(text, { maxLength: 2 }),
  }),
);
const cell = fc.oneof(
  fc.record({
    cell_type: fc.constant("code"),
    metadata,
    source: multiline,
    outputs: fc.array(output, { maxLength: 3 }),
    execution_count: fc.option(fc.nat()),
  }),
  fc.record(
    { cell_type: fc.constantFrom("markdown", "raw"), metadata, source: multiline, attachments },
    { requiredKeys: ["cell_type", "metadata", "source"] },
  ),
);
const file = fc
  .record({
    cells: fc.array(cell, { maxLength: 4 }),
    metadata,
    minor: fc.constantFrom(4, 5),
    indent: fc.constantFrom(0, 1, 4),
  })
  .map(({ cells, metadata, minor, indent }) => {
    const named = cells.map((one, index) => (minor < 5 ? one : { id: `cell-${index}`, ...one }));
    return JSON.stringify({ nbformat_minor: minor, nbformat: 4, metadata, cells: named }, null, indent);
  });

describe("serializeNotebook of parseNotebook", () => {
  it("writes any notebook byte for byte as JupyterLab saves it", () => {
    const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
    const texts = fc.sample(file, { numRuns: 250, seed });
    const saved = saveInJupyterLab(texts);
    for (const [index, original] of texts.entries()) {
      expect(
        serializeNotebook(parseNotebook(original)),
        `FC_SEED=${seed}, number ${index}: ${original}`,
      ).toBe(saved[index]);
    }
  }, 60_000);

  it.each(["notebooks/Initialization.ipynb", "notebooks/instructor/Initialization.ipynb"])(
    "writes %s as it is, and as JupyterLab saves it",
    (path) => {
      const own = readFileSync(join(root, path), "utf8");
      expect(serializeNotebook(parseNotebook(own))).toBe(own);
      expect(saveInJupyterLab([own])).toEqual([own]);
    },
    60_000,
  );

  it("changes nothing in what JupyterLab has saved", () => {
    const saved = saveInJupyterLab(fc.sample(file, { numRuns: 100, seed: 1 }));
    for (const one of saved) expect(serializeNotebook(parseNotebook(one))).toBe(one);
  }, 60_000);
});
