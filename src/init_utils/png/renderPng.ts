import { nodeRequire } from "../display/nodeRequire.js";
import { encodePng } from "./encodePng.js";

/** How many pixels of the PNG make one of the SVG: sharp on screens of high density, and when zoomed. */
const zoom = 2;

/** The font of the PNG's text, so that it looks the same everywhere, also on machines without any font. */
const font = { family: "Open Sans", file: "@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf" };

type Renderer = (svg: string) => string;
let renderer: Renderer | null | undefined;

/**
 * Draws an SVG document as a PNG, in base64; undefined where that is not possible: it takes Node and the native
 * package @resvg/resvg-js, which is loaded at the first call.
 */
export function renderPng(svg: string): string | undefined {
  if (renderer === undefined) renderer = loadRenderer();
  return renderer?.(svg);
}

/** null where there is no renderer, so that it is looked for once only. */
function loadRenderer(): Renderer | null {
  const require = nodeRequire();
  if (!require) return null;
  try {
    const { Resvg } = require("@resvg/resvg-js") as typeof import("@resvg/resvg-js");
    const zlib = require("node:zlib") as typeof import("node:zlib");
    const options = optionsFor(require.resolve(font.file));
    return (svg) => {
      const { pixels, width, height } = new Resvg(svg, options).render();
      return Buffer.from(encodePng(pixels, width, height, zlib)).toString("base64");
    };
  } catch {
    return null;
  }
}

function optionsFor(fontFile: string): import("@resvg/resvg-js").ResvgRenderOptions {
  return {
    fitTo: { mode: "zoom", value: zoom },
    font: {
      loadSystemFonts: false,
      fontFiles: [fontFile],
      defaultFontFamily: font.family,
      sansSerifFamily: font.family,
    },
  };
}
