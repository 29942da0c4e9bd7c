// @ts-check

/**
 * Where lines go and how: a terminal has colours and a line that moves, a file has neither.
 *
 * @typedef {{ write(text: string): unknown, isTTY?: boolean | undefined }} Output
 */

/** Prints the steps: what is done, then how long it took. */
export class Reporter {
  /**
   * @param {Output} output
   * @param {NodeJS.ProcessEnv} env
   * @param {() => number} now milliseconds
   */
  constructor(output, env, now = () => performance.now()) {
    this.output = output;
    this.now = now;
    this.live = output.isTTY === true && env.TERM !== "dumb";
    this.colours = this.live && !env.NO_COLOR;
  }

  /** @param {string} text */
  line(text) {
    this.output.write(`${text}\n`);
  }

  /** @param {string} text */
  good(text) {
    return this.colours ? `\x1b[32m${text}\x1b[39m` : text;
  }

  /** @param {string} text */
  bad(text) {
    return this.colours ? `\x1b[31m${text}\x1b[39m` : text;
  }

  /**
   * Runs one step and prints `✓ title  12.3 s` at its end; meanwhile a terminal shows the seconds, a file a line every half minute.
   *
   * @template T
   * @param {string} title
   * @param {() => Promise<T>} work
   * @param {string} [note] why the step runs
   * @returns {Promise<T>}
   */
  async step(title, work, note = "") {
    const start = this.now();
    const seconds = () => (this.now() - start) / 1000;
    const ticker = this.live ? this.#everySecond(title, seconds) : this.#everyHalfMinute(title, seconds);
    try {
      const result = await work();
      this.#end(`${this.good("✓")} ${title}  ${seconds().toFixed(1)} s${note && `  (${note})`}`);
      return result;
    } catch (error) {
      this.#end(`${this.bad("✗")} ${title}  ${seconds().toFixed(1)} s${note && `  (${note})`}`);
      throw error;
    } finally {
      clearInterval(ticker);
    }
  }

  /**
   * @param {string} title
   * @param {() => number} seconds
   */
  #everySecond(title, seconds) {
    const show = () => this.output.write(`\r\x1b[K… ${title}  ${Math.floor(seconds())} s`);
    show();
    return setInterval(show, 1000);
  }

  /**
   * @param {string} title
   * @param {() => number} seconds
   */
  #everyHalfMinute(title, seconds) {
    return setInterval(() => this.line(`… ${title}: ${Math.round(seconds())} s so far`), 30_000);
  }

  /** @param {string} text */
  #end(text) {
    this.output.write(`${this.live ? "\r\x1b[K" : ""}${text}\n`);
  }
}
