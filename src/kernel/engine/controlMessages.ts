import type { CommCommand, CompiledFile, EngineCommand } from "../channel/messages.js";

/** A client's comm message with its binary data. */
export type CommParcel = CommCommand & { readonly buffers: readonly Uint8Array[] };

/** From the control thread to the main thread. */
export type FromControl = Exclude<EngineCommand, CommCommand> | CommParcel;

/** From the main thread to the control thread. */
export type ToControl =
  | { readonly type: "pong"; readonly interrupt: number }
  | {
      readonly type: "compile";
      readonly compile: number;
      readonly path: string;
      readonly text: string;
      /** Becomes 1 when the answer is in the port. */
      readonly signal: Int32Array;
    };

export type Compiled = { readonly compile: number; readonly result: CompiledFile };
