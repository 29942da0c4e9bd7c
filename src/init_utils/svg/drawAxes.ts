import { colors } from "../figure/colors.js";
import type { Layout } from "../figure/Figure.js";
import { element, px } from "./element.js";
import type { Frame } from "./Frame.js";
import { margin } from "./Frame.js";
import { fontSize, text } from "./text.js";

/** The lines behind the data, one for every tick. */
export function drawGrid({ left, right, top, bottom, xTicks, yTicks, x, y }: Frame): string {
  const vertical = xTicks.map(({ value }) => `M${px(x(value))} ${px(top)}V${px(bottom)}`);
  const horizontal = yTicks.map(({ value }) => `M${px(left)} ${px(y(value))}H${px(right)}`);
  return element("path", { d: [...vertical, ...horizontal].join(""), stroke: colors.grid });
}

/** The frame around the data, with ticks, their labels and the axes' titles. */
export function drawAxes(frame: Frame, { xaxis, yaxis }: Layout): string {
  const { left, right, top, bottom } = frame;
  const outline = { x: left, y: top, width: right - left, height: bottom - top };
  const box = element("rect", { ...outline, fill: "none", stroke: colors.axis });
  return box + tickMarks(frame) + tickLabels(frame) + titles(frame, xaxis.title.text, yaxis.title.text);
}

function tickMarks({ left, bottom, xTicks, yTicks, x, y }: Frame): string {
  const below = xTicks.map(({ value }) => `M${px(x(value))} ${px(bottom)}v5`);
  const beside = yTicks.map(({ value }) => `M${px(left)} ${px(y(value))}h-5`);
  return element("path", { d: [...below, ...beside].join(""), stroke: colors.axis });
}

function tickLabels({ left, bottom, xTicks, yTicks, x, y }: Frame): string {
  const below = xTicks.map(({ value, label }) => text(x(value), bottom + 20, label));
  const beside = yTicks.map(({ value, label }) => text(left - margin.tick, y(value) + 4.5, label));
  return (
    element("g", { "font-size": fontSize.label, "text-anchor": "middle" }, below.join("")) +
    element("g", { "font-size": fontSize.label, "text-anchor": "end" }, beside.join(""))
  );
}

function titles({ left, right, top, bottom, yTicks }: Frame, xTitle: string, yTitle: string): string {
  const widest = Math.max(...yTicks.map(({ label }) => label.length), 0) * fontSize.label * 0.6;
  const middle = (top + bottom) / 2;
  const beside = left - margin.tick - widest - 10;
  const turned = { transform: `rotate(-90 ${px(beside)} ${px(middle)})` };
  return element(
    "g",
    { "font-size": fontSize.axisTitle, "text-anchor": "middle" },
    text((left + right) / 2, bottom + 43, xTitle) + text(beside, middle, yTitle, turned),
  );
}
