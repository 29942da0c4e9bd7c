/**
 * Deno without any permission, without questions, and without looking for anything: configuration, packages, caches
 * other than the folder with what has been compiled.
 *
 * @param memoryMB of JavaScript's heap; other memory is limited from outside
 * @param isCompiled whether there is such a folder
 */
export function denoArguments(main: string, memoryMB: number, isCompiled: boolean): string[] {
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
    ...(isCompiled ? [] : ["--no-code-cache"]),
    `--v8-flags=${v8.join(",")}`,
    main,
  ];
}

/** @param compiled the folder with what has been compiled, as the guest sees it */
export function denoEnvironment(compiled: string | undefined): Readonly<Record<string, string>> {
  return { DENO_DIR: compiled ?? nowhere, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", TZ: "UTC" };
}

/** Deno wants a folder for its cache; there is none at this place, and none can be made. */
const nowhere = process.platform === "win32" ? "NUL:\\deno" : "/dev/null/deno";
