import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { PNG } from "pngjs";

export type Bundle = Readonly<Record<string, string>>;

/** Runs `f` with the place of a notebook's host taken, and returns every output that it displays. */
export function shownBundles(f: () => void): Bundle[] {
  const host = globalThis as { [hook: symbol]: unknown };
  const hook = Symbol.for("init_utils.display");
  const bundles: Bundle[] = [];
  host[hook] = (bundle: Bundle) => bundles.push(bundle);
  try {
    f();
  } finally {
    delete host[hook];
  }
  return bundles;
}

/** The one output that `f` displays. */
export function shownBundle(f: () => void): Bundle {
  const bundles = shownBundles(f);
  if (bundles.length !== 1) throw new Error(`expected one output, but there are ${bundles.length}`);
  return bundles[0]!;
}

/** The picture of text/html: its SVG text and its alt text, as a browser would read them. */
export function imageOf(bundle: Bundle): { svg: string; alt: string } {
  const image = parsed(bundle["text/html"]!.replace(/>$/, "/>")).documentElement!;
  if (image.tagName !== "img") throw new Error(`expected an <img>, but it is <${image.tagName}>`);
  const [, base64 = ""] = /^data:image\/svg\+xml;base64,(.*)$/.exec(image.getAttribute("src")!) ?? [];
  return { svg: Buffer.from(base64, "base64").toString("utf8"), alt: image.getAttribute("alt")! };
}

/** An XML document, read strictly: anything that is not well-formed throws. */
export function parsed(xml: string): Document {
  const onError = (level: string, message: string): void => {
    // A replacement character is what we write on purpose for characters that XML forbids.
    if (level !== "warning" || !message.includes("replacement character")) throw new Error(message);
  };
  return new DOMParser({ onError }).parseFromString(xml, "text/xml");
}

export function elements(parent: Document | Element, tag: string): Element[] {
  return Array.from(parent.getElementsByTagName(tag)) as Element[];
}

/** The texts that a picture shows. */
export function texts(svg: Document): string[] {
  return elements(svg, "text").map((element) => element.textContent ?? "");
}

/** The group of the trace with this name. */
export function traceGroup(svg: Document, name: string): Element {
  const title = elements(svg, "title").find((element) => element.textContent === name);
  if (!title) throw new Error(`no trace is called ${name}`);
  return title.parentNode as Element;
}

/** The plot within its axes, in pixels. */
export function plotArea(svg: Document): { left: number; top: number; width: number; height: number } {
  const rect = elements(elements(svg, "clipPath")[0]!, "rect")[0]!;
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) =>
    Number(rect.getAttribute(name)),
  );
  return { left: left!, top: top!, width: width!, height: height! };
}

export function pngOf(bundle: Bundle): PNG {
  return PNG.sync.read(Buffer.from(bundle["image/png"]!, "base64"));
}

/** The colour of a pixel, as #rrggbb. */
export function pixel(png: PNG, x: number, y: number): string {
  const at = (Math.round(y) * png.width + Math.round(x)) * 4;
  return `#${png.data.subarray(at, at + 3).toString("hex")}`;
}
