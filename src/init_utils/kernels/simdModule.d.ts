/** The module compiled from simd.as.ts, in base64. */
export const simdModule: string;
