import { toCodePoints, toCodeUnits } from "../../cells/codePoints.js";
import type { LanguageWorker } from "../language/LanguageWorker.js";
import type { Json } from "../protocol/Message.js";
import type { Request } from "../protocol/Messenger.js";

type Reply = (request: Request) => Promise<Json>;

/** Answers what editors ask about a text while somebody writes it. Jupyter counts positions in code points. */
export function languageReplies(language: LanguageWorker): Readonly<Record<string, Reply>> {
  return {
    complete_request: async (request) => {
      const { code, position } = cursorOf(request);
      const { start, end, items } = await language.ask("complete", code, position);
      const [first, last] = [toCodePoints(code, start), toCodePoints(code, end)];
      const types = items.map(({ kind, ...item }) => ({ start: first, end: last, type: kind, ...item }));
      return {
        status: "ok",
        matches: items.map(({ text }) => text),
        cursor_start: first,
        cursor_end: last,
        metadata: { _jupyter_types_experimental: types },
      };
    },
    inspect_request: async (request) => {
      const { code, position } = cursorOf(request);
      const detail = Number(request.message.content.detail_level) >= 1 ? 1 : 0;
      const found = await language.ask("inspect", code, position, detail);
      const data = found === undefined ? {} : { "text/plain": found.text, "text/markdown": found.markdown };
      return { status: "ok", found: found !== undefined, data, metadata: {} };
    },
    is_complete_request: async (request) => {
      const { code } = cursorOf(request);
      return { ...(await language.ask("isComplete", code)) };
    },
  };
}

/** The text, and the cursor in code units; a request without a cursor means the end. */
function cursorOf({ message: { content } }: Request): { readonly code: string; readonly position: number } {
  const code = typeof content.code === "string" ? content.code : "";
  const position =
    typeof content.cursor_pos === "number" ? toCodeUnits(code, content.cursor_pos) : code.length;
  return { code, position };
}
