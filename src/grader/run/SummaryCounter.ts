import type { Verdict } from "../Verdict.js";
import type { Graded, GradeSummary } from "./GradeRequest.js";

/** Counts verdicts and adds scores, so that nothing of a submission has to be kept. */
export class SummaryCounter {
  readonly #verdicts = new Map<Verdict, number>();
  #count = 0;
  #reused = 0;
  #score = 0;

  add({ verdict, score, isReused }: Graded): void {
    this.#count++;
    if (isReused) this.#reused++;
    this.#score += score;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
  }

  summary(): GradeSummary {
    const verdicts = new Map([...this.#verdicts].sort(([, one], [, other]) => other - one));
    const [count, reused] = [this.#count, this.#reused];
    return { count, reused, verdicts, meanScore: count === 0 ? 0 : this.#score / count };
  }
}
