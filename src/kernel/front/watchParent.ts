const everyMs = 1000;

/**
 * Calls back when the process that started this one is gone, as a Jupyter server that was killed: nobody would ever
 * shut the kernel down. Only where Jupyter says, by `JPY_PARENT_PID`, that it starts the kernel for itself.
 */
export function watchParent(env: NodeJS.ProcessEnv, onGone: () => void): void {
  if (env.JPY_PARENT_PID === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}
