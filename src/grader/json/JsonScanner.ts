import { JsonFault } from "./JsonFault.js";

/** Is told what a JSON text consists of, in the order of the text. */
export interface JsonListener {
  open(isObject: boolean, line: number): void;
  close(isObject: boolean): void;
  /** Once for each string, before its parts. */
  beginString(isKey: boolean): void;
  /** The bytes of a string between its quotes, escapes as they stand there, in one part or more. */
  stringPart(bytes: Uint8Array, isKey: boolean): void;
  endString(isKey: boolean): void;
  /** A number, `true`, `false` or `null`. */
  scalar(text: string): void;
  /** Whether a scalar that is none in JSON may stand here all the same. */
  bears(scalar: string): boolean;
}

type State = "value" | "first value" | "key" | "first key" | "colon" | "next" | "string" | "scalar" | "end";

const expectations: Readonly<Record<State, string>> = {
  value: "a value",
  "first value": 'a value or "]"',
  key: "a key in quotes",
  "first key": 'a key in quotes or "}"',
  colon: '":"',
  next: '"," or the closing bracket',
  string: "the closing quote of a string",
  scalar: "a value",
  end: "the end of the file",
};

const [quote, backslash, comma, colon, letterU] = [0x22, 0x5c, 0x2c, 0x3a, 0x75];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20];
const isEscapable = bytesOf('"\\/bfnrt');
const isHexDigit = bytesOf("0123456789abcdefABCDEF");
const isScalar = bytesOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-.");
const scalar = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const longestScalar = 100_000;

/**
 * Reads a JSON text in UTF-8 piece by piece and checks all of it.
 *
 * The streaming parsers on npm put each string together before anybody can refuse it, and an output is one string
 * of up to 500 MB, which is more than V8 can hold in a string. This one looks at each byte once and holds nothing
 * but the open brackets.
 *
 * Source: RFC 8259
 */
export class JsonScanner {
  readonly #listener: JsonListener;
  /** For each open bracket whether it is that of an object. */
  readonly #open: boolean[] = [];
  #state: State = "value";
  #isKey = false;
  /** -1 behind a backslash, else how many hexadecimal digits of an escape are still to come. */
  #escape = 0;
  #scalar = "";
  #line = 1;
  /** Where the line began; moved on by each byte that continues a character, so that columns count characters. */
  #lineStart = 0;
  #chunk: Uint8Array = new Uint8Array();
  #chunkStart = 0;

  constructor(listener: JsonListener) {
    this.#listener = listener;
  }

  /** @throws {JsonFault} where the text stops being JSON */
  push(chunk: Uint8Array): void {
    this.#chunk = chunk;
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === "string") at = this.#takeString(at);
      else if (this.#state === "scalar") at = this.#takeScalar(at);
      else at = this.#takeToken(at);
    }
    this.#chunkStart += chunk.length;
    this.#chunk = new Uint8Array();
  }

  /** @throws {JsonFault} when the text is not complete */
  end(): void {
    if (this.#state === "scalar") this.#endScalar(0);
    if (this.#state === "value" && this.#open.length === 0) {
      throw new JsonFault({ line: 1, column: 1, expected: expectations.value, found: "" });
    }
    if (this.#state !== "end") this.#fail(0);
  }

  #takeToken(at: number): number {
    const byte = this.#chunk[at]!;
    if (byte === lineFeed) {
      this.#line++;
      this.#lineStart = this.#chunkStart + at + 1;
    } else if (byte !== space && byte !== tab && byte !== carriageReturn) {
      return this.#takeMark(byte, at);
    }
    return at + 1;
  }

  #takeMark(byte: number, at: number): number {
    const state = this.#state;
    if (state === "value" || state === "first value") return this.#takeValue(byte, at);
    if (state === "colon" && byte === colon) this.#state = "value";
    else if ((state === "key" || state === "first key") && byte === quote) this.#beginString(true);
    else if (state === "next" && byte === comma) this.#state = this.#open.at(-1) ? "key" : "value";
    else if (state === "next" || state === "first key") this.#close(byte, at);
    else this.#fail(at);
    return at + 1;
  }

  #takeValue(byte: number, at: number): number {
    if (byte === quote) this.#beginString(false);
    else if (byte === openObject || byte === openList) this.#openBracket(byte === openObject);
    else if (isScalar[byte] === 1) {
      this.#state = "scalar";
      return at;
    } else if (this.#state === "first value") this.#close(byte, at);
    else this.#fail(at);
    return at + 1;
  }

  #openBracket(isObject: boolean): void {
    this.#listener.open(isObject, this.#line);
    this.#open.push(isObject);
    this.#state = isObject ? "first key" : "first value";
  }

  #close(byte: number, at: number): void {
    const isObject = this.#open.at(-1) === true;
    if (byte !== (isObject ? closeObject : closeList)) this.#fail(at);
    this.#open.pop();
    this.#listener.close(isObject);
    this.#endValue();
  }

  #endValue(): void {
    this.#state = this.#open.length === 0 ? "end" : "next";
  }

  #beginString(isKey: boolean): void {
    this.#isKey = isKey;
    this.#state = "string";
    this.#listener.beginString(isKey);
  }

  #takeString(start: number): number {
    const chunk = this.#chunk;
    let at = start;
    for (; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#escape !== 0) this.#takeEscape(byte, at);
      else if (byte === quote) break;
      else if (byte === backslash) this.#escape = -1;
      else if (byte < space) this.#fail(at);
      else if (byte > 0x7f && (byte & 0xc0) === 0x80) this.#lineStart++;
    }
    if (at > start) this.#listener.stringPart(chunk.subarray(start, at), this.#isKey);
    if (at === chunk.length) return at;
    this.#listener.endString(this.#isKey);
    if (this.#isKey) this.#state = "colon";
    else this.#endValue();
    return at + 1;
  }

  #takeEscape(byte: number, at: number): void {
    if (this.#escape === -1 && byte === letterU) this.#escape = 4;
    else if ((this.#escape === -1 ? isEscapable : isHexDigit)[byte] === 1) {
      this.#escape = Math.max(this.#escape - 1, 0);
    } else this.#fail(at, "an escape that JSON knows");
  }

  #takeScalar(start: number): number {
    let at = start;
    while (at < this.#chunk.length && isScalar[this.#chunk[at]!] === 1) at++;
    this.#scalar += Buffer.from(this.#chunk.subarray(start, at)).toString("latin1");
    if (this.#scalar.length > longestScalar) this.#fail(at, "a shorter number", this.#scalar.slice(0, 20));
    if (at < this.#chunk.length) this.#endScalar(at);
    return at;
  }

  #endScalar(at: number): void {
    const text = this.#scalar;
    if (!scalar.test(text) && !this.#listener.bears(text)) {
      this.#fail(at - text.length, expectations.scalar, text);
    }
    this.#scalar = "";
    this.#listener.scalar(text);
    this.#endValue();
  }

  #fail(at: number, expected: string = expectations[this.#state], found?: string): never {
    const column = this.#chunkStart + at - this.#lineStart + 1;
    const ahead = Buffer.from(this.#chunk.subarray(at, at + 40)).toString("utf8");
    throw new JsonFault({ line: this.#line, column, expected, found: found ?? ahead });
  }
}

function bytesOf(characters: string): Uint8Array {
  const isMember = new Uint8Array(256);
  for (const character of characters) isMember[character.charCodeAt(0)] = 1;
  return isMember;
}
