export { guestGlobals } from "../protocol/guestGlobals.js";
export { openSandbox, type SandboxChoice, type SandboxOptions } from "./openSandbox.js";
export {
  type Cell,
  type Death,
  defaultLimits,
  type Ending,
  type Guest,
  type GuestOptions,
  type Limits,
  type Outcome,
  type Sandbox,
  type Tier,
} from "./Sandbox.js";
export { SandboxError } from "./SandboxError.js";
