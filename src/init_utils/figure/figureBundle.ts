import type { MimeBundle } from "../display/MimeBundle.js";
import { renderPng } from "../png/renderPng.js";
import { renderSvg } from "../svg/renderSvg.js";
import { readCarrier } from "./carrier.js";
import type { Figure } from "./Figure.js";
import { plotHtml } from "./plotHtml.js";
import { plotlyFigure } from "./plotlyFigure.js";

export interface FigureOptions {
  /** Whether the output also carries plotly.js, 2 MB, for all plots of its page; false by default. */
  readonly carriesPlotly?: boolean;
}

/**
 * A figure in every form in which a viewer may want it: each shows the first that it can.
 *
 * - application/vnd.plotly.v1+json, for viewers that have plotly.js;
 * - text/html: the picture as an `<img>` with a data URL, the one form that JupyterLab shows in untrusted notebooks
 *   too; where scripts run, the live plot takes its place;
 * - image/png, for viewers without HTML (exports to PDF, code hosts); absent where it cannot be drawn;
 * - text/plain: the description.
 *
 * @param description what the picture shows, for those who cannot see it
 */
export function figureBundle(
  figure: Figure,
  description: string,
  { carriesPlotly = false }: FigureOptions = {},
): MimeBundle {
  const svg = renderSvg(figure, description);
  const png = renderPng(svg);
  const picture = `data:image/svg+xml;base64,${base64(svg)}`;
  return {
    "application/vnd.plotly.v1+json": plotlyFigure(figure),
    "text/html": plotHtml(picture, figure, description, carriesPlotly ? readCarrier() : undefined),
    ...(png === undefined ? {} : { "image/png": png }),
    "text/plain": description,
  };
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  // In pieces: a function takes a limited number of arguments.
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
