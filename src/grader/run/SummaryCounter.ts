import type { Verdict } from "../Verdict.js";
import type { Graded, GradeSummary } from "./GradeRequest.js";

/** Counts verdicts and adds scores, so that nothing of a submission has to be kept. */
export class SummaryCounter {
  readonly #verdicts = new Map<Verdict, number>();
  #count = 0;
  #reused = 0;
  #needsPerson = 0;
  #score = 0;

  add({ verdict, score, isReused, needsPerson }: Graded): void {
    this.#count++;
    if (isReused) this.#reused++;
    if (needsPerson.length > 0) this.#needsPerson++;
    this.#score += score;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
  }

  summary(): Omit<GradeSummary, "missing" | "changes"> {
    const verdicts = new Map([...this.#verdicts].sort(([, one], [, other]) => other - one));
    const [count, reused, needsPerson] = [this.#count, this.#reused, this.#needsPerson];
    return { count, reused, needsPerson, verdicts, meanScore: count === 0 ? 0 : this.#score / count };
  }
}
