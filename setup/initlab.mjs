#!/usr/bin/env node
// @ts-check
// The command `initlab`. npx links it once and for all when it is first called, which may be before anything is built: a link
// to what is not there yet would never be mended.
import { existsSync } from "node:fs";
import { checkNode } from "./checkNode.mjs";

const program = new URL("../dist/cli.js", import.meta.url);
const problem =
  checkNode(process.versions.node) ||
  (existsSync(program)
    ? null
    : "initlab is not set up yet. Run `npm start` first, or, where no JupyterLab is needed, `npm ci && npm run build`.");
if (problem === null) {
  import(program.href);
} else {
  console.error(problem);
  process.exitCode = 2;
}
