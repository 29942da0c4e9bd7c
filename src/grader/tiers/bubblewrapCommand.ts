import { release } from "node:os";
import { denoArguments, denoEnvironment } from "./denoArguments.js";
import { requireTool } from "./findTool.js";
import type { GuestCommand, ProcessLimits } from "./GuestCommand.js";
import type { GuestFiles } from "./GuestFiles.js";
import { limitArguments } from "./limitArguments.js";
import { sharedLibraries } from "./sharedLibraries.js";

const inside = {
  deno: "/guest/deno",
  main: "/guest/main.js",
  prlimit: "/guest/prlimit",
  compiled: "/guest/compiled",
} as const;

/**
 * A guest in namespaces of its own: its root holds Deno, the libraries that this needs, the guest's main module and
 * what has been compiled of its program, and can be written nowhere; there is no /proc, no /dev, no network, no other process.
 *
 * @returns how to make the command, once its parts have been found
 * @throws SandboxError naming what is not there
 */
export function bubblewrapCommand(files: GuestFiles): (limits: ProcessLimits) => GuestCommand {
  const bwrap = requireTool("bwrap", "bubblewrap");
  const prlimit = requireTool("prlimit", "util-linux");
  const libraries = sharedLibraries(files.deno, prlimit);
  const isCompiled = files.compiled !== undefined;
  const environment = denoEnvironment(isCompiled ? inside.compiled : undefined);
  const args = [
    ...confinement,
    ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value]),
    ...readOnly(files, prlimit, libraries),
    ...["--remount-ro", "/", "--"],
  ];
  return (limits) => ({
    tier: "bubblewrap",
    file: bwrap,
    args: [
      ...args,
      ...[inside.prlimit, ...limitArguments(limits, countsProcessesApart(release())), "--"],
      ...[inside.deno, ...denoArguments(inside.main, limits.memoryMB, isCompiled)],
    ],
    env: {},
    ...(files.user === undefined ? {} : { user: files.user }),
    tellsProcess: true,
  });
}

const confinement: readonly string[] = [
  "--unshare-all",
  "--unshare-user",
  "--disable-userns",
  ...["--uid", "65534", "--gid", "65534", "--hostname", "guest"],
  ...["--cap-drop", "ALL", "--die-with-parent", "--new-session", "--as-pid-1"],
  ...["--info-fd", "3", "--clearenv", "--chdir", "/guest"],
];

function readOnly(files: GuestFiles, prlimit: string, libraries: readonly string[]): string[] {
  return [
    ...["--ro-bind", files.deno, inside.deno, "--ro-bind", files.main, inside.main],
    ...["--ro-bind", prlimit, inside.prlimit],
    ...(files.compiled === undefined ? [] : ["--ro-bind", files.compiled, inside.compiled]),
    // All that Deno looks for in /proc, which it panics without.
    ...["--symlink", inside.deno, "/proc/self/exe"],
    ...libraries.flatMap((path) => ["--ro-bind", path, path]),
  ];
}

/** Since Linux 5.14 a user's processes in a namespace of their own are counted for themselves. */
export function countsProcessesApart(kernel: string): boolean {
  const [major = 0, minor = 0] = kernel.split(".").map((part) => Number.parseInt(part, 10));
  return major > 5 || (major === 5 && minor >= 14);
}
