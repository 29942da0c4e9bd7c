/** What a glance at a cell's text tells. */
export interface CellScan {
  /** The functions, classes and variables that it declares or assigns outside of all brackets. */
  readonly defines: ReadonlySet<string>;
  /** Whether it ends inside of something that was opened: a bracket, a comment, a template. */
  readonly isOpen: boolean;
  /** Whether it closes a bracket that it did not open. */
  readonly closesMore: boolean;
}

const space = /\s+|\/\/[^\n]*/y;
const word = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const number = /\d[\w.]*/y;
const quoted = /'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?/y;
const templateText = /[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*/y;
const declaration = /^(?:function|class|const|let|var|enum)$/;
const modifiers = /^(?:export|default|async|declare|abstract|const)$/;
/** After these a slash begins a regular expression; after anything else it divides. */
const beforeExpression =
  /^(?:[(,=:[!&|?{};+\-*%<>~^]|return|typeof|case|do|else|in|of|void|delete|await|yield|)$/;

/**
 * Looks through a cell's text once, without the compiler: matching runs in the grader's own process, on texts that
 * nobody trusts, and compilers hang or break on some of them. Where the text is not TypeScript the answer is a guess,
 * which never takes longer than the text is long.
 *
 * @example
 * [...scanCell("function f() { const inner = 1; }\nconst g = (x: number) => x;").defines].join(" "); // f g
 */
export function scanCell(source: string): CellScan {
  return new Scan(source).run();
}

class Scan {
  readonly #source: string;
  readonly #defines = new Set<string>();
  /** The brackets that are open; "`" stands for the text of a template around an expression. */
  readonly #open: string[] = [];
  #at = 0;
  #previous = "";
  /** What would be declared by a name that comes next. */
  #isDeclaring = false;
  /** A name with which the statement began: it is defined when "=" follows. */
  #assigned: string | undefined;
  #closesMore = false;
  #isUnfinished = false;
  /** No regular expression begins before this place: one that began was not closed in its line. */
  #noExpressionBefore = 0;

  constructor(source: string) {
    this.#source = source;
  }

  run(): CellScan {
    while (this.#at < this.#source.length) this.#takeToken();
    return {
      defines: this.#defines,
      isOpen: this.#open.length > 0 || this.#isUnfinished,
      closesMore: this.#closesMore,
    };
  }

  #takeToken(): void {
    const start = this.#at;
    if (this.#take(space) !== undefined) {
      if (this.#source.slice(start, this.#at).includes("\n")) this.#assigned = undefined;
      return;
    }
    const name = this.#take(word);
    if (name !== undefined) this.#takeWord(name);
    else if (this.#take(number) ?? this.#take(quoted)) this.#pass("1");
    else if (this.#source.startsWith("/*", start)) this.#takeComment(start);
    else this.#takeMark(this.#source[start]!, start);
  }

  #takeWord(name: string): void {
    const isOutside = this.#open.length === 0;
    if (isOutside && this.#isDeclaring && !declaration.test(name)) this.#defines.add(name);
    this.#isDeclaring = isOutside && declaration.test(name);
    const begins = /^[;}]?$/.test(this.#previous) || modifiers.test(this.#previous);
    this.#assigned = isOutside && (begins || this.#beginsLine(name)) ? name : undefined;
    this.#previous = name;
  }

  #beginsLine(name: string): boolean {
    const start = this.#at - name.length;
    return start === 0 || this.#source[start - 1] === "\n";
  }

  #takeMark(mark: string, start: number): void {
    if (mark === "/" && this.#takeRegularExpression(start)) {
      this.#pass("1");
      return;
    }
    this.#at = start + 1;
    if (
      mark === "=" &&
      this.#assigned !== undefined &&
      !/^(?:==|=>)/.test(this.#source.slice(start, start + 2))
    ) {
      this.#defines.add(this.#assigned);
    }
    // In `function* f` the star stands between the word and the name.
    if (mark === "*" && this.#previous === "function") return;
    if (mark === "`") this.#takeTemplate();
    else if ("([{".includes(mark)) this.#open.push(mark);
    else if (")]}".includes(mark)) this.#close();
    this.#pass(mark);
  }

  #takeRegularExpression(start: number): boolean {
    if (start < this.#noExpressionBefore || !beforeExpression.test(this.#previous)) return false;
    let isInClass = false;
    for (let at = start + 1; ; at++) {
      const character = this.#source[at];
      if (character === undefined || character === "\n") {
        this.#noExpressionBefore = at;
        return false;
      }
      if (character === "\\") at++;
      else if (character === "[") isInClass = true;
      else if (character === "]") isInClass = false;
      else if (character === "/" && !isInClass) {
        this.#at = at + 1;
        return true;
      }
    }
  }

  #close(): void {
    if (this.#open.pop() === undefined) this.#closesMore = true;
    if (this.#open.at(-1) === "`") {
      this.#open.pop();
      this.#takeTemplate();
    }
  }

  /** Goes on in a template's text: to its end, or to an expression in it. */
  #takeTemplate(): void {
    this.#take(templateText);
    const rest = this.#source[this.#at];
    this.#isUnfinished ||= rest === undefined;
    if (rest === "$") this.#open.push("`", "{");
    this.#at = Math.min(this.#at + (rest === "$" ? 2 : 1), this.#source.length);
  }

  #takeComment(start: number): void {
    const end = this.#source.indexOf("*/", start + 2);
    this.#isUnfinished ||= end < 0;
    this.#at = end < 0 ? this.#source.length : end + 2;
  }

  #pass(mark: string): void {
    this.#previous = mark;
    this.#isDeclaring = false;
    this.#assigned = undefined;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source)?.[0];
    if (found === undefined || found === "") return undefined;
    this.#at += found.length;
    return found;
  }
}
