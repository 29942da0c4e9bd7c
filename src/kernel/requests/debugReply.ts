import type { Json } from "../protocol/Message.js";

/**
 * There is no debugger, and `kernel_info` says so. Who asks all the same gets the answer that the Debug Adapter
 * Protocol has for requests that fail.
 *
 * @see https://microsoft.github.io/debug-adapter-protocol/specification#Base_Protocol_Response
 */
export function debugReply({ seq, command }: Json): Json {
  const message = "this kernel has no debugger";
  return {
    status: "error",
    ename: "Unsupported",
    evalue: message,
    traceback: [],
    type: "response",
    seq: 0,
    request_seq: typeof seq === "number" ? seq : 0,
    command: typeof command === "string" ? command : "",
    success: false,
    message,
  };
}
