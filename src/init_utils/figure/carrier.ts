import { nodeRequire } from "../display/nodeRequire.js";

/** What makes the plots of a page live, as setup/bundles/bundleLive.mjs packs it. */
export interface Carrier {
  /** The script of live/livePlots.ts. */
  readonly script: string;
  /** plotly.js, by deflate, in base64. */
  readonly plotly: string;
}

let carrier: Carrier | null | undefined;

/**
 * Reads the carrier at the first call: 2 MB, which most processes that use this package never need. Undefined where it
 * cannot be read: it takes Node and a complete build.
 */
export function readCarrier(): Carrier | undefined {
  if (carrier === undefined) carrier = load();
  return carrier ?? undefined;
}

/** null where there is none, so that it is looked for once only. */
function load(): Carrier | null {
  try {
    return nodeRequire()?.("#carrier") ?? null;
  } catch {
    return null;
  }
}
