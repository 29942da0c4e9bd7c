import type { JSX } from "preact";
import type { Tone } from "./verdictWords.js";

/** Shapes that differ without their colours: a tick, a cross, a wave, a clock. */
const paths: Readonly<Record<Tone, string>> = {
  good: "M3.5 8.5l3 3 6-7",
  bad: "M4 4l8 8M12 4l-8 8",
  part: "M2.5 9.5c1.8-4 3.7-4 5.5-1.5s3.7 2.500 5.500-1.5",
  wait: "M8 4v4.5l3 1.8M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0",
};

/** Stands beside words that say the same. */
export function Icon({ tone }: { readonly tone: Tone }): JSX.Element {
  return (
    <svg class={`icon ${tone}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={paths[tone]}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function Chip({ tone, label }: { readonly tone: Tone; readonly label: string }): JSX.Element {
  return (
    <span class={`chip ${tone}`}>
      <Icon tone={tone} />
      {label}
    </span>
  );
}
