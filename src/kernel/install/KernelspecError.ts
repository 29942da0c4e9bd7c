/** A kernelspec cannot be installed or removed; the message says why, and what to ask for instead. */
export class KernelspecError extends Error {
  override readonly name = "KernelspecError";
}
