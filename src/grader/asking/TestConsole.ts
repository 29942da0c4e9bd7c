import { Console } from "node:console";
import { Writable } from "node:stream";

/** Longer output is of no use to anybody. */
const mostCharacters = 20_000;

/** Keeps what a test prints, as a console would print it, instead of printing it. */
export class TestConsole {
  #stdout = "";
  #stderr = "";
  readonly console: Console;

  constructor() {
    const keep = (write: (text: string) => void): Writable =>
      new Writable({
        decodeStrings: false,
        write: (text: string, _, done) => {
          write(text);
          done();
        },
      });
    const stdout = keep((text) => {
      if (this.#stdout.length < mostCharacters) this.#stdout += text;
    });
    const stderr = keep((text) => {
      if (this.#stderr.length < mostCharacters) this.#stderr += text;
    });
    this.console = new Console({ stdout, stderr, colorMode: false });
  }

  /** What has been printed since the last time. */
  take(): { readonly stdout: string; readonly stderr: string } {
    const taken = { stdout: this.#stdout, stderr: this.#stderr };
    this.#stdout = "";
    this.#stderr = "";
    return taken;
  }
}
