// @ts-check
// `npm start`. This file and checkNode.mjs are all that an old Node.js reads before it is turned away.
import { checkNode } from "./checkNode.mjs";

const problem = checkNode(process.versions.node);
if (problem === null) {
  import("./jupyter/startCommand.mjs").then((module) => module.startCommand(process.argv.slice(2)));
} else {
  console.error(problem);
  process.exitCode = 1;
}
