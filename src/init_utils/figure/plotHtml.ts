import { escapeXml } from "../svg/element.js";
import type { Carrier } from "./carrier.js";
import type { Figure } from "./Figure.js";

/** Hands a picture that has loaded to live/livePlots.ts, or keeps a place in its queue. */
const handOver = "(self.initUtilsPlots??=[]).push(new WeakRef(this))";

/** Runs the script that the picture carries, as a script of the page: a handler's own scope is full of other names. */
const runScript =
  "if(!self.initUtilsPlots?.live){let s=document.createElement('script');s.text=this.dataset.script;document.head.append(s);s.remove()}";

/**
 * A plot as HTML: one `<img>`, and everything that makes it live is in its attributes.
 *
 * So there is nothing but a picture where scripts do not run: sanitizers drop attributes without a trace, while some of
 * them show the text of a `<script>`. `onload` runs wherever HTML is set, also where a `<script>` would not, and it
 * knows its own picture: no ids that would be ambiguous in a second view of the same output.
 */
export function plotHtml(picture: string, figure: Figure, description: string, carrier?: Carrier): string {
  const attributes = {
    src: picture,
    alt: escapeXml(description),
    // In an attribute as well, because sanitizers remove styles.
    width: figure.layout.width,
    style: "max-width:100%;height:auto",
    "data-figure": escapeXml(JSON.stringify(figure)),
    // Base64 needs no escaping, which would cost 50 ms here.
    ...(carrier ? { "data-script": escapeXml(carrier.script), "data-plotly": carrier.plotly } : {}),
    onload: escapeXml(carrier ? runScript + handOver : handOver),
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<img${written.join("")}>`;
}
