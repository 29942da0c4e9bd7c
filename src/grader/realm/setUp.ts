import type { Setup } from "../protocol/frames.js";
import { installClock } from "./installClock.js";
import { installOutput } from "./installOutput.js";
import { installPerformance } from "./installPerformance.js";
import { installRandom } from "./installRandom.js";
import { bringBack } from "./prepare.js";
import { installTimers, Timers } from "./Timers.js";

/** Makes the global scope what a submission finds there. */
export function setUp({ seed, clock, outputBytes }: Setup, onFlood: () => void): Timers {
  bringBack();
  const timers = new Timers();
  installTimers(timers);
  installClock(() => clock + timers.now);
  installPerformance(() => timers.now, clock);
  installRandom(seed);
  installOutput(outputBytes, onFlood);
  return timers;
}
