import { Worker } from "node:worker_threads";
import { CellError, Session, toScript } from "../../cells/index.js";
import { loadCompiler } from "../../kernel/language/loadCompiler.js";
import { prepareAssignment } from "../judge/prepareAssignment.js";
import { packagesHost } from "./packagesHost.js";
import type { ChildReply, ChildRequest, ChildSettings } from "./requests.js";

// The process that reads the cells of submissions. Nothing of it is needed again once it has answered.

type Answer = ChildReply extends infer Reply
  ? Reply extends { memoryMB: number }
    ? Omit<Reply, "memoryMB">
    : never
  : never;

const settings = JSON.parse(process.argv[2] ?? "{}") as ChildSettings;
const globals = new Set(settings.globals);
const compiler = loadCompiler();
let session: Session | undefined;

process.on("message", (request: ChildRequest) => {
  let answer: Answer;
  try {
    answer = answerTo(request);
  } catch (error) {
    answer = { kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
  send({ ...answer, memoryMB: process.memoryUsage.rss() / 2 ** 20 } as ChildReply);
});
process.on("disconnect", () => process.exit());
// The event above does not come while the compiler hangs.
new Worker(new URL("watchParent.js", import.meta.url), { stdout: true, stderr: true }).unref();
send({ kind: "ready" });

function answerTo(request: ChildRequest): Answer {
  switch (request.kind) {
    case "script":
      return script(request.cell);
    case "check":
      return check(request.cell, request.earlier);
    case "prepare":
      return { kind: "prepared", prepared: prepareAssignment(compiler, request.assignment) };
  }
}

function script(cell: string): Answer {
  try {
    return { kind: "script", script: toScript(compiler, cell, { globals }) };
  } catch (error) {
    if (error instanceof CellError) return { kind: "problems", problems: error.diagnostics };
    throw error;
  }
}

function check(cell: string, earlier: readonly string[]): Answer {
  session ??= new Session(compiler, packagesHost(globals));
  const restore = session.mark();
  try {
    for (const text of earlier) session.commit(text);
    return { kind: "problems", problems: session.check(cell) };
  } finally {
    restore();
  }
}

function send(reply: ChildReply): void {
  process.send?.(reply);
}
