import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Cell, Notebook } from "../../notebook/index.js";
import type { Finding } from "../check/Finding.js";
import { type Secret, withoutBlanks } from "./secretsOf.js";

/** A text that students get, and where it stands. */
interface Shipped {
  readonly text: string;
  /** For a sentence: `the text of cell 3`. */
  readonly where: string;
  readonly cell?: number;
  readonly source?: string;
}

/**
 * Looks for secrets in all that students get: cells, metadata, outputs and attachments of the release, and the
 * packages that come with it; also where they are written as base64 or backwards.
 *
 * @param packages the folders of the packages
 * @param root what paths are told relative to
 */
export function checkLeaks(
  secrets: readonly Secret[],
  { released, packages, root }: { released: Notebook; packages: readonly string[]; root: string },
): Finding[] {
  const unique = secrets.filter(
    ({ text }, index) => secrets.findIndex((other) => other.text === text) === index,
  );
  const shipped = [
    ...released.cells.flatMap(cellTexts),
    notebookText(released),
    ...packageTexts(packages, root),
  ];
  return shipped.flatMap((one) => {
    const forms = formsOf(one.text);
    return unique.flatMap((secret) => {
      const form = forms.find(({ text }) => isIn(text, secret.text));
      return form === undefined ? [] : [leak(secret, one, form.how)];
    });
  });
}

/** A number is found only as a whole number, not within a longer one. */
function isIn(text: string, secret: string): boolean {
  if (!/^[\d.]+$/.test(secret)) return text.includes(secret);
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
    const [before = "", after = ""] = [text[at - 1], text[at + secret.length]];
    if (!/[\d.]/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}

function cellTexts(cell: Cell, index: number): Shipped[] {
  const { source, metadata, attachments, outputs } = cell as Cell & { readonly outputs?: unknown };
  const label = `cell ${index + 1}`;
  return [
    { text: source, where: `the text of ${label}`, cell: index, source },
    { text: JSON.stringify(metadata), where: `the metadata of ${label}`, cell: index },
    { text: JSON.stringify(attachments ?? {}), where: `the attachments of ${label}`, cell: index },
    { text: JSON.stringify(outputs ?? []), where: `the outputs of ${label}`, cell: index },
  ].map((one) => (one.source === undefined ? { ...one, text: unescaped(one.text) } : one));
}

function notebookText({ metadata }: Notebook): Shipped {
  return { text: unescaped(JSON.stringify(metadata)), where: "the metadata of the notebook" };
}

/** Text in JSON as it was before. */
function unescaped(json: string): string {
  return json.replaceAll(/\\(["\\/])/g, "$1").replaceAll(/\\[nrt]/g, " ");
}

function packageTexts(packages: readonly string[], root: string): Shipped[] {
  return packages.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?js|d\.ts|json|map|md|txt)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes("node_modules"))
      .sort()
      .map((path) => ({
        text: readFileSync(path, "utf8"),
        where: `the file ${relative(root, path).replaceAll("\\", "/")}`,
      })),
  );
}

interface Form {
  readonly text: string;
  readonly how: string;
}

function formsOf(text: string): Form[] {
  const plain = withoutBlanks(text);
  // Longer runs are modules of machine code.
  const encoded = text.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g)?.filter((run) => run.length < 2 ** 20) ?? [];
  const decoded = encoded.map((run) => Buffer.from(run, "base64").toString("latin1")).join("\n");
  return [
    { text: plain, how: "" },
    { text: withoutBlanks(decoded), how: ", as base64" },
    { text: [...plain].reverse().join(""), how: ", backwards" },
  ];
}

function leak(secret: Secret, shipped: Shipped, how: string): Finding {
  const { cell, source } = shipped;
  const shown = secret.text.length > 60 ? `${secret.text.slice(0, 59)}…` : secret.text;
  const message = `${secret.what} (cell ${secret.cell + 1}, line ${secret.line}: ${shown}) stands in ${shipped.where}${how}, which students get`;
  const wayOut =
    cell === undefined
      ? "Take it out there, or test with something else here."
      : "Take it out there, or put it between markers.";
  const place =
    cell === undefined ? { cell: secret.cell, line: secret.line } : { cell, line: lineIn(source, secret) };
  return { step: "leaks", kind: "leak", ...place, message, wayOut };
}

function lineIn(source: string | undefined, { text }: Secret): number {
  const lines = source?.split("\n") ?? [];
  const index = lines.findIndex((line) => withoutBlanks(line).includes(text));
  return index < 0 ? 1 : index + 1;
}
