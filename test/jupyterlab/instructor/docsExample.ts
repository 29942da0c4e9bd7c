import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../notebooks/executeNotebook.js";

const section = (() => {
  const docs = readFileSync(join(root, "docs/instructors.md"), "utf8");
  return /^## Writing an exercise\n([\s\S]*?)^## /m.exec(docs)?.[1] ?? "";
})();

const blocks = [...section.matchAll(/^ {3}```\w+\n([\s\S]*?)^ {3}```/gm)].map(([, text]) =>
  text!.replaceAll(/^ {3}/gm, "").replace(/\n$/, ""),
);

const [standIn, text, answer, tests, branch] = blocks as [string, string, string, string, string];

/** The cells of the exercise that docs/instructors.md adds, and the branch of `model()`. */
export const docsExample = { standIn, text, answer, tests, branch };

/** The line for a role in the table of docs/instructors.md, with a name in its place. */
export function metadataFor(role: "given" | "answer" | "tests", name: string): string {
  const line = new RegExp(`^\\| ${role} \\| \`(.*?)\``, "m").exec(section)?.[1];
  if (line === undefined) throw new Error(`metadataFor: docs/instructors.md has no line for ${role}`);
  return line.replace("NAME", name);
}
