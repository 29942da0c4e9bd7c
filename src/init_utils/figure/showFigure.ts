import { display } from "../display/display.js";
import type { Figure } from "./Figure.js";
import { type FigureOptions, figureBundle } from "./figureBundle.js";

/** Shows a figure beneath the cell that runs. */
export function showFigure(figure: Figure, description: string, options: FigureOptions = {}): void {
  display(figureBundle(figure, description, options));
}
