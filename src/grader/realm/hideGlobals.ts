import { globalsOnDemand, keptGlobals } from "../protocol/guestGlobals.js";

/** Removes every global that cells are not to find; returns what brings those back that load when they are used. */
export function hideGlobals(): () => void {
  const descriptors = globalsOnDemand.map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)!] as const,
  );
  const kept = new Set(keptGlobals);
  for (const name of Object.getOwnPropertyNames(globalThis))
    if (!kept.has(name)) Reflect.deleteProperty(globalThis, name);
  return () => {
    for (const [name, descriptor] of descriptors) Object.defineProperty(globalThis, name, descriptor);
  };
}
