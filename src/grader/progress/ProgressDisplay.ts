import { createLogUpdate } from "log-update";
import type { Progress } from "../run/GradeRequest.js";
import { Pace } from "./Pace.js";
import { progressBar, progressText } from "./progressText.js";

/** Shows how far a run is, on stderr: what stands on stdout can be read by programs. */
export interface ProgressDisplay {
  update(progress: Progress): void;
  /** Writes something to the terminal, or elsewhere, that is to stay. */
  aside(write: () => void): void;
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns" | "rows">;

/** A bar at the bottom of a terminal; elsewhere a line a minute. */
export function progressDisplay(stream: NodeJS.WriteStream): ProgressDisplay {
  return stream.isTTY === true && process.env.TERM !== "dumb" ? barOn(stream) : linesOn(stream);
}

/** For those who want to see nothing. */
export const noDisplay: ProgressDisplay = {
  update: () => {},
  aside: (write) => write(),
  end: () => {},
};

const redrawMs = 100;
const tickMs = 1000;

function barOn(stream: NodeJS.WriteStream): ProgressDisplay {
  // The cursor is never hidden, so nobody has to show it again, whatever ends the program.
  const draw = createLogUpdate(stream, { showCursor: true });
  const pace = new Pace();
  let [progress, drawnAt] = [{ done: 0, reused: 0 } as Progress, 0];
  const redraw = (): void => {
    drawnAt = performance.now();
    const text = progressText(progress, pace.estimate(progress, drawnAt / 1000));
    draw(progressBar(progress, text, stream.columns ?? 80));
  };
  // The remaining time goes on while nothing is done.
  const timer = setInterval(redraw, tickMs).unref();
  return {
    update: (next) => {
      progress = next;
      if (performance.now() - drawnAt >= redrawMs) redraw();
    },
    aside: (write) => {
      draw.clear();
      write();
      // Before the first submission there is nothing to show.
      if (progress.done > 0) redraw();
    },
    end: () => {
      clearInterval(timer);
      draw.clear();
    },
  };
}

const lineMs = 60_000;

function linesOn(stream: Stream): ProgressDisplay {
  const pace = new Pace();
  let progress: Progress = { done: 0, reused: 0 };
  let ticks = 0;
  // Looked at every second, so that the rate is that of the last half minute.
  const timer = setInterval(() => {
    const estimate = pace.estimate(progress, performance.now() / 1000);
    if (++ticks % (lineMs / tickMs) === 0) stream.write(`${progressText(progress, estimate)}\n`);
  }, tickMs).unref();
  return {
    update: (next) => {
      progress = next;
    },
    aside: (write) => write(),
    end: () => clearInterval(timer),
  };
}
