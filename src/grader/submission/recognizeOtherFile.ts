/** How the files begin that students hand in for a notebook, and what to do instead. */
const others: readonly (readonly [beginning: string, what: string])[] = [
  ["PK\x03\x04", "a zip archive (or an office document), not a notebook. Unpack it."],
  ["PK\x05\x06", "an empty zip archive, not a notebook."],
  ["\x1f\x8b", "a compressed file (gzip), not a notebook. Unpack it."],
  ["Rar!", "a RAR archive, not a notebook. Unpack it."],
  ["7z\xbc\xaf", "a 7-Zip archive, not a notebook. Unpack it."],
  ["%PDF-", "a PDF document, not a notebook."],
  ["\x89PNG", "a picture, not a notebook."],
  ["\xff\xd8\xff", "a picture, not a notebook."],
  ["{\\rtf", "a rich text document, not a notebook."],
  ["\xd0\xcf\x11\xe0", "an office document, not a notebook."],
  ["version https://git-lfs.", "a pointer of Git LFS, not the notebook itself. Run: git lfs pull."],
];

const webPage = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|script|!--)/i;
const logIn = /log[ -]?in|sign[ -]?in|password|passwort/i;

/**
 * Tells what a file is that is no notebook, by its first bytes; `undefined` when they may be a notebook's.
 *
 * @param head at most some thousand bytes
 */
export function recognizeOtherFile(head: Uint8Array): string | undefined {
  const text = Buffer.from(head).toString("latin1");
  if (text === "") return "the file is empty.";
  if (text.split("\0").join("") === "") {
    return "the file is damaged: it begins with zero bytes, as when saving or synchronizing broke off.";
  }
  if (webPage.test(text)) {
    const page = logIn.test(text) ? "a web page for logging in" : "a web page (HTML)";
    return `this is ${page}, not a notebook. In JupyterLab, use File > Download, and hand in the .ipynb file.`;
  }
  const found = others.find(([beginning]) => text.startsWith(beginning));
  return found && `this is ${found[1]} Hand in the .ipynb file.`;
}
