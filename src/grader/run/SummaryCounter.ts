import type { Verdict } from "../Verdict.js";
import type { Graded, GradeSummary } from "./GradeRequest.js";

/** Counts verdicts and adds scores, so that nothing of a submission has to be kept. */
export class SummaryCounter {
  readonly #verdicts = new Map<Verdict, number>();
  #count = 0;
  #score = 0;

  add({ verdict, score }: Graded): void {
    this.#count++;
    this.#score += score;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
  }

  summary(): GradeSummary {
    const verdicts = new Map([...this.#verdicts].sort(([, one], [, other]) => other - one));
    return { count: this.#count, verdicts, meanScore: this.#count === 0 ? 0 : this.#score / this.#count };
  }
}
