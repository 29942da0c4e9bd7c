import { Console } from "node:console";
import { Writable } from "node:stream";

/** Longer output is of no use to anybody. */
const mostCharacters = 20_000;

/** Keeps what a test prints, as a console would print it, instead of printing it. */
export class TestConsole {
  #stdout = "";
  #stderr = "";

  /** Puts a new console in the global one's place: groups, counters and labels of another test are none of the next. */
  renew(): void {
    const stdout = writable((text) => {
      if (this.#stdout.length < mostCharacters) this.#stdout += text;
    });
    const stderr = writable((text) => {
      if (this.#stderr.length < mostCharacters) this.#stderr += text;
    });
    globalThis.console = new Console({ stdout, stderr, colorMode: false });
  }

  /** What has been printed since the last time. */
  take(): { readonly stdout: string; readonly stderr: string } {
    const taken = { stdout: this.#stdout, stderr: this.#stderr };
    this.#stdout = "";
    this.#stderr = "";
    return taken;
  }
}

function writable(write: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      write(text);
      done();
    },
  });
}
