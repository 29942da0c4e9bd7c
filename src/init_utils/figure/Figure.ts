/**
 * A plotly figure: the part of plotly's figure format that this package's plots use. It is plain data, so it
 * can be written into a notebook, drawn as a picture (`svg/renderSvg`) or shown live by plotly.js.
 *
 * Source: https://plotly.com/javascript/reference/
 */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
}

/** Points, a line through points, or (with `fill`) areas, in units of the axes. A null ends a line or an area. */
export interface Trace {
  readonly type: "scatter";
  readonly mode: "markers" | "lines" | "lines+markers";
  readonly name: string;
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  readonly marker?: Marker;
  readonly line?: Line;
  /** "toself": the inside of the closed line is filled; what lies inside an even number of its rings is not. */
  readonly fill?: "toself";
  readonly fillcolor?: string;
  readonly hoverinfo?: "name" | "skip";
}

export type MarkerSymbol = "circle" | "diamond";

export interface Marker {
  readonly symbol: MarkerSymbol;
  /** Diameter in pixels. */
  readonly size: number;
  readonly color: string;
  readonly line?: Line;
}

export interface Line {
  readonly color: string;
  /** In pixels. */
  readonly width: number;
}

export interface Layout {
  readonly title: { readonly text: string };
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  readonly xaxis: Axis;
  readonly yaxis: Axis;
  readonly showlegend: boolean;
  readonly annotations?: readonly Annotation[];
}

export interface Axis {
  readonly title: { readonly text: string };
  /** Lower and upper end of what is shown; always given, so that the picture and the live plot agree. */
  readonly range: readonly [number, number];
  /** The distance between ticks; left out, round ones are chosen. */
  readonly dtick?: number;
  /** "x" on the y axis: one unit is equally long on both axes. */
  readonly scaleanchor?: "x";
  /** "domain": an equal scale is reached by making the plot smaller, not by showing more. */
  readonly constrain?: "domain";
}

/** A note at `x` of the axis, hung below the upper end of the plot, with an arrow up to it if wanted. */
export interface Annotation {
  readonly text: string;
  readonly x: number;
  readonly xref: "x";
  readonly y: 1;
  readonly yref: "paper";
  readonly xanchor: "left" | "right";
  readonly yanchor: "top";
  readonly showarrow: boolean;
  /** The arrow's tail, in pixels to the right of its head. */
  readonly ax: 0;
  /** The arrow's tail, in pixels below its head. */
  readonly ay: number;
}
