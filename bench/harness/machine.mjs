// @ts-check
import os from "node:os";

/** What the times depend on. */
export function machine() {
  const [first] = os.cpus();
  return {
    cpu: first?.model.trim() ?? "unknown CPU",
    cores: os.availableParallelism(),
    system: `${os.platform()} ${os.arch()}`,
    /** How many programs wanted to run, on average over the minute before. */
    load: os.loadavg()[0] ?? 0,
  };
}
