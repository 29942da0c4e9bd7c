import type { Progress } from "../run/GradeRequest.js";

/** The rate is that of so many seconds: a machine gets slower or faster. */
const window = 30;
/** What has taken less says nothing yet. */
const leastSeconds = 1;

export interface Estimate {
  /** Submissions graded in a second; those with up-to-date results take no time and do not count. */
  readonly rate: number;
  /** Left out where the number of submissions is not known yet. */
  readonly secondsLeft?: number;
}

/** How fast a run goes, and how long it will take. */
export class Pace {
  /** Earlier moments, about one a second, the oldest first. */
  readonly #marks: { readonly at: number; readonly graded: number }[] = [];

  /**
   * @param now in seconds
   * @returns nothing as long as too little has been graded to tell
   */
  estimate({ done, reused, total }: Progress, now: number): Estimate | undefined {
    const graded = done - reused;
    this.#mark(now, graded);
    const [first] = this.#marks;
    if (first === undefined || graded <= first.graded || now - first.at < leastSeconds) return undefined;
    const rate = (graded - first.graded) / (now - first.at);
    return { rate, ...(total !== undefined && { secondsLeft: (total - done) / rate }) };
  }

  #mark(at: number, graded: number): void {
    const last = this.#marks.at(-1);
    if (last === undefined || at - last.at >= 1) this.#marks.push({ at, graded });
    while ((this.#marks[1]?.at ?? at) < at - window) this.#marks.shift();
  }
}
