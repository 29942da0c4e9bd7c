/** Characters of texts that are kept, with what was found out about them. */
const mostKept = 500_000;

/** Remembers what was found out about texts, the latest ones: many submissions share cells. */
export class RecentTexts<Finding> {
  readonly #known = new Map<string, Promise<Finding>>();
  #kept = 0;

  /** What `find` says of a text, which is asked once unless it fails or the text was forgotten. */
  get(text: string, find: () => Promise<Finding>): Promise<Finding> {
    const known = this.#known.get(text);
    const finding = known ?? find();
    // The latest stands last.
    this.#forget(text);
    this.#known.set(text, finding);
    this.#kept += text.length;
    if (known === undefined) finding.catch(() => this.#forget(text));
    for (const oldest of this.#known.keys()) {
      if (this.#kept <= mostKept) break;
      this.#forget(oldest);
    }
    return finding;
  }

  #forget(text: string): void {
    if (this.#known.delete(text)) this.#kept -= text.length;
  }
}
