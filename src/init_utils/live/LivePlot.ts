import type { Figure } from "../figure/Figure.js";
import { plotlyFigure, plotlyPlaces } from "../figure/plotlyFigure.js";
import { keyChange, type View } from "./keyChange.js";
import type { Plotly, PlotlySource } from "./PlotlySource.js";
import { placeFor } from "./placeFor.js";
import { watchSize, watchVisibility, whenIdle } from "./watch.js";

/** Milliseconds on the screen that make a picture live: not those that are scrolled past. */
const lookedAt = 300;
/** In pixels: what is narrower (a page at 400%, say) is drawn in this width and made smaller as a whole. */
const narrowest = 320;

/** A div in which plotly.js draws; it has a layout once that is done. */
interface Drawn extends HTMLElement {
  readonly layout?: {
    readonly xaxis: { readonly range: [number, number] };
    readonly yaxis: { readonly range: [number, number] };
  };
}

/**
 * One picture and the live plot that takes its place.
 *
 * It becomes live when it has been on the screen for a moment, or when it is touched: pointed at, tapped, focused. When
 * the front end takes it out of the page (JupyterLab does so with cells far from the screen), it becomes the picture
 * again, and live as it was when it comes back.
 */
export class LivePlot {
  readonly #picture: HTMLImageElement;
  readonly #figure: Figure;
  readonly #data: readonly object[];
  readonly #source: PlotlySource;
  readonly #place: HTMLElement;
  readonly #start: View;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWanted = false;
  #plot: { readonly plotly: Plotly; readonly drawn: Drawn; width: number } | undefined;
  /** What the reader had zoomed to. */
  #view: View | undefined;

  constructor(picture: HTMLImageElement, figure: Figure, source: PlotlySource) {
    this.#picture = picture;
    this.#figure = figure;
    this.#data = plotlyFigure(figure).data;
    this.#source = source;
    const { width, xaxis, yaxis } = figure.layout;
    this.#start = { "xaxis.range": xaxis.range, "yaxis.range": yaxis.range };
    this.#place = placeFor(picture, width);
    for (const touch of ["pointerenter", "pointerdown", "focus"])
      this.#place.addEventListener(touch, () => this.#show());
    this.#place.addEventListener("keydown", (event) => this.#press(event));
    watchVisibility(this.#place, (isVisible) => this.#look(isVisible));
    watchSize(this.#place, () => this.#resize());
  }

  #look(isVisible: boolean): void {
    clearTimeout(this.#timer);
    if (!this.#place.isConnected) this.#hide();
    else if (isVisible) this.#timer = setTimeout(() => whenIdle(() => this.#show()), lookedAt);
  }

  #show(): void {
    if (this.#isWanted || !this.#place.isConnected) return;
    this.#isWanted = true;
    this.#draw().catch((reason: unknown) => console.warn("This plot stays a picture:", reason));
  }

  async #draw(): Promise<void> {
    const plotly = await this.#source.load();
    if (!this.#isWanted || this.#plot) return;
    const drawn = document.createElement("div") as unknown as Drawn;
    const plot = { plotly, drawn, width: this.#width() };
    this.#plot = plot;
    // Behind the picture until it is complete.
    Object.assign(drawn.style, {
      position: "absolute",
      top: "0",
      left: "0",
      visibility: "hidden",
      transformOrigin: "0 0",
    });
    this.#place.append(drawn);
    const { layout, config } = plotlyFigure(this.#figure, Math.max(plot.width, narrowest));
    await plotly.newPlot(drawn, this.#data, layout, config);
    if (this.#view && this.#plot === plot) await plotly.relayout(drawn, this.#view);
    if (this.#plot === plot) this.#swap(plot);
  }

  #swap({ drawn, width }: { readonly drawn: Drawn; readonly width: number }): void {
    this.#shrink(drawn, width, plotlyPlaces(this.#figure, Math.max(width, narrowest)).height);
    Object.assign(drawn.style, { position: "", visibility: "" });
    this.#picture.style.display = "none";
    this.#place.setAttribute("role", "img");
    this.#place.setAttribute("aria-label", this.#picture.alt);
  }

  #hide(): void {
    this.#isWanted = false;
    if (!this.#plot) return;
    const { plotly, drawn } = this.#plot;
    this.#plot = undefined;
    this.#view = viewOf(drawn) ?? this.#view;
    plotly.purge(drawn);
    drawn.remove();
    this.#picture.style.display = "block";
    this.#place.style.height = "";
    this.#place.removeAttribute("role");
    this.#place.removeAttribute("aria-label");
  }

  #press(event: KeyboardEvent): void {
    if (!this.#plot || event.ctrlKey || event.altKey || event.metaKey) return;
    const view = keyChange(event.key, viewOf(this.#plot.drawn) ?? this.#start, this.#start);
    if (!view) return;
    event.preventDefault();
    void this.#plot.plotly.relayout(this.#plot.drawn, view);
  }

  #resize(): void {
    const width = this.#width();
    // Nothing is 0 pixels wide but what is hidden, in another tab for instance.
    if (!this.#plot || this.#plot.width === width || width === 0) return;
    this.#plot.width = width;
    const places = plotlyPlaces(this.#figure, Math.max(width, narrowest));
    this.#shrink(this.#plot.drawn, width, places.height);
    void this.#plot.plotly.relayout(this.#plot.drawn, places);
  }

  #shrink(drawn: Drawn, width: number, height: number): void {
    const scale = Math.min(1, width / narrowest);
    drawn.style.width = `${Math.max(width, narrowest)}px`;
    drawn.style.transform = scale < 1 ? `scale(${scale})` : "";
    this.#place.style.height = `${Math.ceil(height * scale)}px`;
  }

  #width(): number {
    return Math.min(this.#place.clientWidth, this.#figure.layout.width);
  }
}

function viewOf({ layout }: Drawn): View | undefined {
  return layout && { "xaxis.range": [...layout.xaxis.range], "yaxis.range": [...layout.yaxis.range] };
}
