import { type Frame, frameOf, margin } from "../svg/Frame.js";
import { fontSize } from "../svg/text.js";
import { colors } from "./colors.js";
import type { Annotation, Axis, Figure, Layout, Trace } from "./Figure.js";

/** What plotly.js's `newPlot` takes, and what application/vnd.plotly.v1+json holds: plain data. */
export interface PlotlyFigure {
  readonly data: readonly object[];
  readonly layout: object;
  readonly config: object;
}

/**
 * The figure as plotly.js draws it, with the picture's colours, sizes and places, so that nothing jumps when the live
 * plot takes the picture's place.
 *
 * @param width in pixels; by default the figure's own
 */
export function plotlyFigure(figure: Figure, width: number = figure.layout.width): PlotlyFigure {
  const { data, layout } = figure;
  return {
    data: data.map((trace) => plotlyTrace(trace, layout)),
    layout: {
      ...plotlyPlaces(figure, width),
      autosize: false,
      paper_bgcolor: colors.paper,
      plot_bgcolor: colors.paper,
      font: { family: "sans-serif", size: fontSize.label, color: colors.text },
      xaxis: plotlyAxis(layout.xaxis),
      yaxis: plotlyAxis(layout.yaxis),
      showlegend: layout.showlegend,
      hovermode: "closest",
      hoverlabel: {
        font: { family: "sans-serif", size: fontSize.label, color: colors.text },
        bgcolor: colors.paper,
        bordercolor: colors.axis,
        align: "left",
        namelength: -1,
      },
      dragmode: "zoom",
      modebar: { bgcolor: "rgba(255,255,255,0.8)", color: colors.axis, activecolor: colors.text },
      annotations: (layout.annotations ?? []).map(plotlyAnnotation),
    },
    config,
  };
}

/** The part of plotly.js's layout that depends on the width. */
export interface PlotlyPlaces {
  readonly width: number;
  readonly height: number;
  readonly margin: object;
  readonly title: object;
  readonly legend: object;
}

export function plotlyPlaces(figure: Figure, width: number): PlotlyPlaces {
  const sized = resized(figure, width);
  const frame = frameOf(sized);
  const { height } = sized.layout;
  return {
    width,
    height,
    margin: {
      l: frame.left,
      r: width - frame.right,
      t: frame.top,
      b: height - frame.bottom,
      pad: 0,
      autoexpand: false,
    },
    title: {
      text: frame.titleLines.map(plainText).join("<br>"),
      font: { size: fontSize.title },
      x: 0.5,
      y: 1,
      yref: "container",
      yanchor: "top",
      // As far below the edge as the picture's, whose place is its baseline.
      pad: { t: margin.outer + 4 },
    },
    legend: plotlyLegend(frame),
  };
}

function plotlyLegend(frame: Frame): object {
  return {
    orientation: "h",
    font: { size: fontSize.label },
    x: 0.5,
    xref: "container",
    xanchor: "center",
    // Above the plot: in units of the plot's height.
    y: 1 + margin.tick / 2 / (frame.bottom - frame.top),
    yanchor: "bottom",
    bgcolor: "rgba(0,0,0,0)",
  };
}

/**
 * The figure in another width. Where both axes have the same scale, the plot within them keeps its proportions;
 * otherwise it keeps its height, in which curves and notes have room.
 */
function resized({ data, layout }: Figure, width: number): Figure {
  if (width === layout.width) return { data, layout };
  const natural = frameOf({ data, layout });
  const frame = frameOf({ data, layout: { ...layout, width } });
  const { outer, axisTitle, tick } = margin;
  const across = (total: number) => total - 2 * outer - axisTitle - tick;
  const tall = natural.bottom - natural.top;
  const inner = layout.yaxis.scaleanchor ? (across(width) / across(layout.width)) * tall : tall;
  return { data, layout: { ...layout, width, height: Math.round(frame.top + inner + margin.bottom) } };
}

function plotlyTrace(trace: Trace, { xaxis, yaxis, showlegend }: Layout): object {
  // plotly.js leaves a trace without any point out of the legend, which the picture does not.
  const points = trace.x.length > 0 ? {} : { x: [null], y: [null] };
  const shown = { ...trace, ...points, name: plainText(trace.name) };
  if (trace.hoverinfo) return shown;
  const [x, y] = [xaxis, yaxis].map(({ title }) => inTemplate(title.text));
  const values = `${x}: %{x:.6~g}<br>${y}: %{y:.6~g}`;
  const heading = showlegend ? `<b>${inTemplate(trace.name)}</b><br>` : "";
  return { ...shown, hovertemplate: `${heading}${values}<extra></extra>` };
}

function plotlyAxis({ title, range, ...rest }: Axis): object {
  return {
    ...rest,
    title: { text: plainText(title.text), font: { size: fontSize.axisTitle } },
    range: [...range],
    tickfont: { size: fontSize.label },
    ticks: "outside",
    ticklen: 5,
    tickcolor: colors.axis,
    showline: true,
    mirror: true,
    linecolor: colors.axis,
    gridcolor: colors.grid,
    zeroline: false,
    exponentformat: "e",
  };
}

function plotlyAnnotation(annotation: Annotation): object {
  const { text, xanchor } = annotation;
  return {
    ...annotation,
    text: plainText(text),
    font: { size: fontSize.label, color: colors.note },
    arrowcolor: colors.note,
    arrowhead: 2,
    arrowwidth: 1.5,
    align: xanchor,
  };
}

/**
 * Nothing that leaves the page (a button that uploads the plot is plotly's default), and nothing that surprises:
 * scrolling over a plot scrolls the page.
 */
const config = {
  showSendToCloud: false,
  plotlyServerURL: "",
  displaylogo: false,
  displayNotifier: false,
  typesetMath: false,
  scrollZoom: false,
  doubleClick: "reset",
  modeBarButtons: [["zoom2d", "pan2d"], ["zoomIn2d", "zoomOut2d", "resetScale2d"], ["toImage"]],
  toImageButtonOptions: { scale: 2 },
} as const;

/** Text as plotly takes it, which reads some HTML in it. */
function plainText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text within a hover template, in which %{…} stands for values. */
function inTemplate(text: string): string {
  return plainText(text).replaceAll("%", "&#37;");
}
