import type { Progress } from "../run/GradeRequest.js";
import type { Estimate } from "./Pace.js";

/**
 * How far a run is, in words.
 *
 * @example
 * progressText({ done: 412, reused: 0, total: 1000 }, { rate: 18.42, secondsLeft: 31.9 }); // 412 of 1000 submissions, 18.4 a second, 0:32 left
 */
export function progressText({ done, reused, total }: Progress, estimate?: Estimate): string {
  const many = (total ?? done) === 1 ? "submission" : "submissions";
  const count = total === undefined ? `${done} ${many}` : `${done} of ${total} ${many}`;
  const parts = [count];
  if (reused > 0) parts.push(`${reused} of them as before`);
  if (estimate !== undefined) parts.push(rateText(estimate.rate));
  if (estimate?.secondsLeft !== undefined) parts.push(`${timeText(estimate.secondsLeft)} left`);
  return parts.join(", ");
}

/** A bar that fills a line together with {@link progressText}. */
export function progressBar(progress: Progress, text: string, columns: number): string {
  const { done, total } = progress;
  // The last column stays free: some terminals begin a new line when it is taken.
  const width = Math.min(widest, columns - text.length - 2);
  if (total === undefined || total === 0 || width < narrowest) return text.slice(0, Math.max(0, columns - 1));
  const full = Math.round((width * Math.min(done, total)) / total);
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${text}`;
}

const widest = 40;
const narrowest = 5;

function rateText(rate: number): string {
  return rate >= 1 ? `${rate.toFixed(1)} a second` : `${(60 * rate).toFixed(1)} a minute`;
}

function timeText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number): string => `${value}`.padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
