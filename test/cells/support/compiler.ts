import { createRequire } from "node:module";
import { blankSourceFile } from "ts-blank-space";
import type { Compiler } from "../../../src/cells/index.ts";

export const compiler: Compiler = { ts: createRequire(import.meta.url)("typescript"), blankSourceFile };
