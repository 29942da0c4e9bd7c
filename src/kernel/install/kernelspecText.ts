export interface KernelspecOptions {
  /** The Node.js that runs the kernel. */
  readonly node: string;
  /** The kernel's entry point, compiled. */
  readonly program: string;
  /** What people read. */
  readonly displayName: string;
  readonly version: string;
}

/**
 * The file `kernel.json`, by which Jupyter starts this kernel.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs
 */
export function kernelspecText({ node, program, displayName, version }: KernelspecOptions): string {
  const kernelspec = {
    argv: [node, program, "{connection_file}"],
    display_name: displayName,
    // nbgrader finds its markers by this name.
    language: "typescript",
    // Unlike a signal, a message reaches the kernel on every system.
    interrupt_mode: "message",
    metadata: { debugger: false, initlab: { version } },
  };
  return `${JSON.stringify(kernelspec, null, 2)}\n`;
}
