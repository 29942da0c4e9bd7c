import { type ChildProcess, spawn } from "node:child_process";

/** A running program and what it has written so far, both streams together. */
export interface Running {
  child: ChildProcess;
  output(): string;
  /** Waits until the output matches; fails with the whole output when the program ends or the time is over. */
  until(pattern: RegExp, milliseconds?: number): Promise<RegExpExecArray>;
  /** Waits for the end and returns the exit code, or the name of the signal. */
  end(): Promise<number | string>;
}

export function runNode(
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  command = process.execPath,
): Running {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const chunk = (data: Buffer) => {
    text += data.toString();
  };
  child.stdout.on("data", chunk);
  child.stderr.on("data", chunk);
  // "exit" rather than "close": a left-over child would hold the pipes, which is what some tests look for.
  const ended = new Promise<number | string>((resolve) =>
    child.on("exit", (code, signal) => setTimeout(() => resolve(code ?? signal ?? "?"), 50)),
  );
  let over = false;
  void ended.then(() => {
    over = true;
  });
  return {
    child,
    output: () => text,
    end: () => ended,
    async until(pattern, milliseconds = 120_000) {
      for (const start = Date.now(); ; ) {
        const match = pattern.exec(text);
        if (match !== null) return match;
        if (over || Date.now() - start > milliseconds) throw new Error(`no ${pattern} in:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
