import type { MimeBundle } from "../display/MimeBundle.js";
import { renderPng } from "../png/renderPng.js";
import { escapeXml } from "../svg/element.js";
import { renderSvg } from "../svg/renderSvg.js";
import type { Figure } from "./Figure.js";

/**
 * A figure in every form in which a viewer may want it: each shows the first that it can.
 *
 * - text/html: the picture as an `<img>` with a data URL, the one form that JupyterLab shows in untrusted
 *   notebooks too;
 * - image/png, for viewers without HTML (exports to PDF, code hosts); absent where it cannot be drawn;
 * - text/plain: the description.
 *
 * @param description what the picture shows, for those who cannot see it
 */
export function figureBundle(figure: Figure, description: string): MimeBundle {
  const svg = renderSvg(figure, description);
  const png = renderPng(svg);
  return {
    "text/html": imageHtml(svg, figure.layout.width, description),
    ...(png === undefined ? {} : { "image/png": png }),
    "text/plain": description,
  };
}

/** The width is in an attribute as well, because sanitizers remove styles. */
function imageHtml(svg: string, width: number, description: string): string {
  const source = `data:image/svg+xml;base64,${base64(svg)}`;
  return `<img src="${source}" alt="${escapeXml(description)}" width="${width}" style="max-width:100%;height:auto">`;
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  // In pieces: a function takes a limited number of arguments.
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}
