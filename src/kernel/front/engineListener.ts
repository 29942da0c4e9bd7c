import type { LanguageWorker } from "../language/LanguageWorker.js";
import type { CommMessages } from "../requests/CommMessages.js";
import type { Questions } from "../requests/Questions.js";
import type { EngineHostListener, HostEvent } from "./EngineHost.js";
import { logError } from "./logError.js";
import type { OutputRouter } from "./OutputRouter.js";

interface Parts {
  readonly router: OutputRouter;
  readonly language: LanguageWorker;
  readonly questions: Questions;
  readonly comms: CommMessages;
  readonly fail: (reason: string) => void;
}

/** Takes what the engine says to whoever it is for. */
export function engineListener({ router, language, questions, comms, fail }: Parts): EngineHostListener {
  return {
    onText: (text) => router.write(text),
    onRawText: (stream, text) => router.writeRaw(stream, text),
    onEvent: (event, buffers) => {
      if (isComm(event)) comms.onEvent(event, buffers);
      else if (event.type === "display") router.display(event);
      else if (event.type === "clear") router.clear(event.cell, event.wait);
      else if (event.type === "error") router.error(event.cell, event);
      else if (event.type === "answered") questions.onAnswered(event.question);
      else {
        router.flush();
        questions.ask(event);
      }
    },
    onCompile: (path, text) =>
      language.ask("compileFile", path, text).catch((error: Error) => ({ problem: error.message })),
    onFailure: (reason) => fail(`the engine cannot be started: ${reason}`),
    onRestart: (reason, cellWasRunning) => {
      void language.ask("reset").catch(logError);
      const cellWaits = questions.areOpen;
      questions.drop({ status: "lost", reason });
      comms.closeAll();
      if (!cellWasRunning && !cellWaits) router.writeRaw("stderr", `${reason} All variables are gone.\n`);
    },
  };
}

function isComm(event: HostEvent): event is Extract<HostEvent, { type: "comm" | "accepted" | "handled" }> {
  return event.type === "comm" || event.type === "accepted" || event.type === "handled";
}
