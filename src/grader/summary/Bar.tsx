import type { JSX } from "preact";

export interface BarProps {
  /** How long each part is; they stand one after the other. */
  readonly parts: readonly { readonly kind: "full" | "some" | "waiting"; readonly length: number }[];
  /** What would fill the whole width. */
  readonly whole: number;
}

/** A bar for the eye; the numbers stand beside it. Drawn, because backgrounds are left out on paper. */
export function Bar({ parts, whole }: BarProps): JSX.Element {
  let at = 0;
  const drawn = parts
    .filter(({ length }) => length > 0)
    .map(({ kind, length }) => {
      const [x, width] = [(100 * at) / whole, (100 * length) / whole];
      at += length;
      return (
        <rect key={kind} class={kind} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="100%" />
      );
    });
  return (
    <svg class="bar" aria-hidden="true">
      {drawn}
    </svg>
  );
}
