import { statSync } from "node:fs";
import { join } from "node:path";

/** The TypeScript file that a path means: itself, with its ending left out, or as the `.js` it will become. */
export function typescriptFile(path: string): string | undefined {
  if (/\.[mc]?tsx?$/.test(path)) return path;
  const names = [`${path}.ts`, join(path, "index.ts")];
  const asJavaScript = /^(.*)\.([mc]?)js$/.exec(path);
  if (asJavaScript !== null) names.push(`${asJavaScript[1]}.${asJavaScript[2]}ts`);
  return isFile(path) ? undefined : names.find(isFile);
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
