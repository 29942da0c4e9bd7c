/** A sandbox cannot do what is asked of it, for a reason that lies in this machine or in us; never in a submission. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
}
