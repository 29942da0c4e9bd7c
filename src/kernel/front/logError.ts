/** Tells whoever runs the kernel, who is not the student, that something went wrong with it. */
export function logError(error: unknown): void {
  console.error(`initlab kernel: ${(error as Error).message}`);
}
