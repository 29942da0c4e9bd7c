/*
 * Imported before the packages, so that these find the global scope as it is to be: what Deno has beyond it takes
 * longer to load than all the rest, and they look for much of it. What the guest needs of it is taken first.
 */
import "../guest/platform.js";
import { hideGlobals } from "./hideGlobals.js";
import { installCrypto } from "./installCrypto.js";

/** To be called once the packages are there. */
export const bringBack: () => void = hideGlobals();
// Until a seed comes.
let state = 1;
installCrypto(() => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
});
