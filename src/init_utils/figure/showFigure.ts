import { display } from "../display/display.js";
import type { Figure } from "./Figure.js";
import { figureBundle } from "./figureBundle.js";

/** Shows a figure beneath the cell that runs. */
export function showFigure(figure: Figure, description: string): void {
  display(figureBundle(figure, description));
}
