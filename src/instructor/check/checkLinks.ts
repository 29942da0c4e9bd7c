import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Cell, Notebook } from "../../notebook/index.js";
import { type Finding, lineAt } from "./Finding.js";

interface Link {
  readonly target: string;
  readonly line: number;
}

/**
 * Looks whether links lead somewhere: anchors to headings, as JupyterLab names them; `attachment:` to the cell's
 * attachments; paths to files beside the student's notebook. Of addresses on the web only the form is looked at.
 *
 * @param file the instructor's notebook
 */
export function checkLinks(notebook: Notebook, file: string): Finding[] {
  const anchors = new Set(notebook.cells.flatMap(anchorsOf));
  const folder = basename(dirname(file)) === "instructor" ? join(dirname(file), "..") : dirname(file);
  return notebook.cells.flatMap((cell, index) =>
    linksOf(cell).flatMap(({ target, line }) => {
      const problem = problemWith(target, { anchors, cell, folder });
      return problem === undefined
        ? []
        : [{ step: "links" as const, kind: "broken-link", cell: index, line, ...problem }];
    }),
  );
}

interface Surroundings {
  readonly anchors: ReadonlySet<string>;
  readonly cell: Cell;
  readonly folder: string;
}

function problemWith(
  target: string,
  { anchors, cell, folder }: Surroundings,
): Pick<Finding, "message" | "wayOut"> | undefined {
  if (target.startsWith("#")) {
    if (target === "#" || anchors.has(decoded(target.slice(1)))) return undefined;
    const wayOut =
      "An anchor is a heading's text with - in place of each blank: set the link or the heading right.";
    return { message: `no heading has the anchor ${target}`, wayOut };
  }
  if (target.startsWith("attachment:")) {
    const name = decoded(target.slice("attachment:".length));
    if (Object.hasOwn(cell.attachments ?? {}, name)) return undefined;
    return { message: `the cell has no attachment ${name}`, wayOut: "Drag the picture into the cell again." };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    if (isAddress(target)) return undefined;
    return { message: `${target} is no address`, wayOut: "Write it as https://example.org/page." };
  }
  const path = decoded(target.replace(/[#?].*$/, ""));
  if (existsSync(join(folder, path))) return undefined;
  const wayOut = `Put the file there, or take the link out. Students open the notebook in ${folder}.`;
  return { message: `there is no file ${path} beside the student's notebook`, wayOut };
}

function isAddress(target: string): boolean {
  if (/^(?:mailto|data):./i.test(target)) return true;
  return /^https?:\/\/[^/\s]+/i.test(target) && URL.canParse(target);
}

/** The ids that JupyterLab gives headings, and those that the text gives itself. */
function anchorsOf(cell: Cell): string[] {
  if (cell.cell_type !== "markdown") return [];
  const text = withoutCode(cell.source, "fences");
  const headings = [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm)];
  const underlined = [...text.matchAll(/^(?! {0,3}[>#*-])(\S.*)\n {0,3}(?:=+|-{2,})[ \t]*$/gm)];
  const ids = [...text.matchAll(/<\w+\s[^>]*?\b(?:id|name)\s*=\s*["']([^"']+)["']/g)];
  const titles = [...headings, ...underlined].map(([, title = ""]) => plain(title).replaceAll(" ", "-"));
  return [...titles, ...ids.map(([, id = ""]) => id)];
}

/** A heading's text as it is shown. */
function plain(title: string): string {
  return title
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll(/(\*\*|__)(.+?)\1/g, "$2")
    .replaceAll(/`([^`]*)`/g, "$1")
    .replaceAll(/(^|\W)[*_]([^*_]+)[*_](?=\W|$)/g, "$1$2")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
}

function linksOf(cell: Cell): Link[] {
  if (cell.cell_type !== "markdown") return [];
  const text = withoutCode(cell.source, "all");
  const patterns = [
    /\]\(\s*<([^>\n]*)>/g,
    /\]\(\s*((?!<)(?:[^\s()]|\([^\s()]*\))+)/g,
    /^ {0,3}\[[^\]^]+\]:\s*<?([^\s>]+)/gm,
    /\b(?:href|src)\s*=\s*["']([^"']*)["']/g,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ target: match[1] ?? "", line: lineAt(text, match.index) })),
  );
}

/** Code shows what a link looks like and is none; it is blanked, so that lines stay where they are. */
function withoutCode(text: string, what: "fences" | "all"): string {
  const blank = (found: string): string => found.replaceAll(/[^\n]/g, " ");
  const open = text.replaceAll(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, blank);
  if (what === "fences") return open;
  return open
    .replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank)
    .replaceAll(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, blank);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
