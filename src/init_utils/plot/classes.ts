import type { Line, MarkerSymbol } from "../figure/Figure.js";

/** How a class of points looks: its colours are told apart by their lightness and its markers by their shape. */
export interface ClassStyle {
  readonly label: 0 | 1;
  readonly colorName: string;
  readonly shapeName: string;
  readonly symbol: MarkerSymbol;
  readonly size: number;
  /** Of points on white. */
  readonly color: string;
  /** Of points on a region. */
  readonly lightColor: string;
  /** Of the region where a model predicts this class. */
  readonly regionColor: string;
}

/**
 * The red and the blue of matplotlib's colour map Spectral: its two ends for regions, and for points, which are
 * small, the brighter colours beside them.
 *
 * Source: https://matplotlib.org/stable/users/explain/colors/colormaps.html#diverging
 */
export const classes: readonly [ClassStyle, ClassStyle] = [
  {
    label: 0,
    colorName: "red",
    shapeName: "circle",
    symbol: "circle",
    size: 8,
    color: "#d53e4f",
    lightColor: "#ff8f9b",
    regionColor: "#9e0142",
  },
  {
    label: 1,
    colorName: "blue",
    shapeName: "diamond",
    symbol: "diamond",
    size: 8,
    color: "#3288bd",
    lightColor: "#8fd0ff",
    regionColor: "#5e4fa2",
  },
];

/** Outlines that set points off from their ground and from each other. */
export const onWhite = (style: ClassStyle): Line => ({ color: style.regionColor, width: 1 });
export const onRegion: Line = { color: "#1a1a1a", width: 1 };
