/** What is used of plotly.js: https://plotly.com/javascript/plotlyjs-function-reference/ */
export interface Plotly {
  newPlot(place: HTMLElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
  relayout(place: HTMLElement, changes: object): Promise<unknown>;
  purge(place: HTMLElement): void;
}

/** plotly.js for all plots of a page: unpacked and run when the first of them needs it, and never twice. */
export class PlotlySource {
  #packed: string | undefined;
  #plotly: Promise<Plotly> | undefined;

  /** Takes a packed copy (deflate, in base64) if one is still needed. */
  offer(packed: string): void {
    if (!this.#plotly) this.#packed ??= packed;
  }

  /** @throws when there is no copy, the browser cannot unpack it, or the page forbids scripts */
  load(): Promise<Plotly> {
    this.#plotly ??= unpack(this.#packed ?? "").then(run);
    this.#packed = undefined;
    return this.#plotly;
  }
}

async function unpack(packed: string): Promise<string> {
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * Runs plotly.js as a script of the page: a page that let the picture's `onload` run allows that, and `eval` not
 * always. plotly.js puts itself on the page's globals, where somebody else's copy may stand: that one stays.
 */
function run(code: string): Plotly {
  const page = globalThis as { Plotly?: Plotly; moduleName?: unknown };
  const { Plotly: others } = page;
  const script = document.createElement("script");
  // Where there is a `module`, as in Electron, it is not ours to write to.
  script.text = `(module=>{${code}})()`;
  delete page.Plotly;
  document.head.append(script);
  script.remove();
  const { Plotly: plotly } = page;
  delete page.Plotly;
  delete page.moduleName;
  if (others) page.Plotly = others;
  if (!plotly) throw new Error("plotly.js did not run in this page.");
  return plotly;
}
