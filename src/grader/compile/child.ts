import { Worker } from "node:worker_threads";
import { CellError, type Diagnostic, Session, toScript } from "../../cells/index.js";
import { loadCompiler } from "../../kernel/language/loadCompiler.js";
import { prepareAssignment } from "../judge/prepareAssignment.js";
import { packagesHost } from "./packagesHost.js";
import type { ChildFinding, ChildReply, ChildRequest, ChildSettings } from "./requests.js";

// The process that reads the cells of submissions. Nothing of it is needed again once it has answered.

const mostProblems = 50;
const mostCharacters = 2000;

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;
const globals = new Set(settings.globals);
const compiler = loadCompiler();
let session: Session | undefined;

process.on("message", (request: ChildRequest) => {
  const before = process.cpuUsage();
  let finding: ChildFinding;
  try {
    finding = answerTo(request);
  } catch (error) {
    finding = { kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
  const { user, system } = process.cpuUsage(before);
  send({ ...finding, memoryMB: process.memoryUsage.rss() / 2 ** 20, seconds: (user + system) / 1e6 });
});
process.on("disconnect", () => process.exit());
// The event above does not come while the compiler hangs.
new Worker(new URL("watchParent.js", import.meta.url), { stdout: true, stderr: true }).unref();
send({ kind: "ready" });

function answerTo(request: ChildRequest): ChildFinding {
  switch (request.kind) {
    case "script":
      return script(request.cell);
    case "check":
      return check(request.cell, request.earlier);
    case "prepare":
      return { kind: "prepared", prepared: prepareAssignment(compiler, request.assignment) };
  }
}

function script(cell: string): ChildFinding {
  try {
    return { kind: "script", script: toScript(compiler, cell, { globals }) };
  } catch (error) {
    if (error instanceof CellError) return problemsOf(error.diagnostics);
    throw error;
  }
}

function check(cell: string, earlier: readonly string[]): ChildFinding {
  session ??= new Session(compiler, packagesHost(globals));
  const restore = session.mark();
  try {
    for (const text of earlier) session.commit(text);
    return problemsOf(session.check(cell));
  } finally {
    restore();
  }
}

/** A cell can be made to have thousands of problems, and each message as long as the cell: nobody reads all that. */
function problemsOf(problems: readonly Diagnostic[]): ChildFinding {
  const kept = problems.slice(0, mostProblems).map((problem) => {
    return { ...problem, message: problem.message.slice(0, mostCharacters) };
  });
  return { kind: "problems", problems: kept };
}

function send(reply: ChildReply): void {
  process.send?.(reply);
}
