// @ts-check

/**
 * What every step is given: where things are, how to stop, and where commands write (the log, or the terminal when
 * `log` is undefined).
 *
 * @typedef {{ places: import("../process/places.mjs").Places, signal: AbortSignal, log?: string | undefined }} Context
 */

export {};
