import type { Figure } from "../figure/Figure.js";
import { LivePlot } from "./LivePlot.js";
import { PlotlySource } from "./PlotlySource.js";

/**
 * The script that makes the plots of a page live. It comes with the picture that carries plotly.js, and runs once a
 * page, however often that picture is drawn.
 *
 * Every picture hands itself over when it has loaded (figure/plotHtml.ts). Until this script has come, an array keeps
 * them; afterwards whoever is pushed is taken at once. A reference does not hold a picture: a front end may throw an
 * output away before, and draw it anew.
 */
const page = globalThis as typeof globalThis & { initUtilsPlots?: Waiting | Taking };
type Waiting = WeakRef<HTMLImageElement>[];
type Taking = { readonly live: true; push(picture: WeakRef<HTMLImageElement>): void };

const source = new PlotlySource();

function take(reference: WeakRef<HTMLImageElement>): void {
  const picture = reference.deref();
  if (!picture) return;
  const { figure, plotly } = picture.dataset;
  // They are megabytes, and the page has them now.
  for (const name of ["figure", "plotly", "script"]) delete picture.dataset[name];
  if (plotly) source.offer(plotly);
  if (figure) new LivePlot(picture, JSON.parse(figure) as Figure, source);
}

const waiting = page.initUtilsPlots ?? [];
if (Array.isArray(waiting)) {
  page.initUtilsPlots = { live: true, push: take };
  waiting.forEach(take);
}
