import type { MimeBundle } from "../channel/messages.js";
import { native } from "../channel/native.js";
import type { Output } from "../engine/Output.js";

/** The symbol under which init_utils looks for whatever shows its outputs. */
const displayHook = Symbol.for("init_utils.display");

interface TslabContent {
  readonly data: MimeBundle;
  readonly metadata?: object;
  readonly transient?: { readonly display_id?: string | undefined };
}

interface TslabJupyter {
  lastWriteDisplayData: (content: TslabContent, update: boolean) => void;
}

/** Takes outputs with MIME types to the front: those of init_utils, and, once it is loaded, those of tslab. */
export function installDisplay(
  output: Output,
  cell: () => number,
): { readonly connectTslab: (require: NodeJS.Require) => void } {
  const show = ({ data, metadata = {}, transient = {} }: TslabContent, update: boolean): void => {
    output.send({ type: "display", cell: cell(), data, metadata, transient, update });
  };
  native.Object.defineProperty(globalThis, displayHook, {
    value: (data: MimeBundle) => show({ data }, false),
    configurable: true,
  });
  return {
    connectTslab: (require) => {
      (require("tslab/dist/jupyter") as TslabJupyter).lastWriteDisplayData = show;
    },
  };
}
