/**
 * Deno without any permission, without questions, and without looking for anything: configuration, packages, caches.
 *
 * @param memoryMB of JavaScript's heap; other memory is limited from outside
 */
export function denoArguments(main: string, memoryMB: number): string[] {
  const v8 = [
    `--max-old-space-size=${memoryMB}`,
    // A core for each guest: what helpers would do at the same time only takes the others' cores,
    // and buffers are given back sooner: they count towards the memory.
    "--single-threaded",
    // Else the first error that anybody makes has the whole program read again, which takes as long as all the rest.
    "--no-enable-lazy-source-positions",
  ];
  return [
    "run",
    "--quiet",
    "--no-prompt",
    "--no-config",
    "--no-remote",
    "--no-npm",
    "--no-lock",
    "--cached-only",
    "--no-code-cache",
    `--v8-flags=${v8.join(",")}`,
    main,
  ];
}

/** Deno wants a folder for its cache; there is none at this place, and none can be made. */
export const denoEnvironment: Readonly<Record<string, string>> = {
  DENO_DIR: process.platform === "win32" ? "NUL:\\deno" : "/dev/null/deno",
  DENO_NO_UPDATE_CHECK: "1",
  NO_COLOR: "1",
  TZ: "UTC",
};
