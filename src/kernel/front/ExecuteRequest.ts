import type { Json } from "../protocol/Message.js";
import type { Request } from "../protocol/Messenger.js";

/** An `execute_request`, with what it leaves out filled in. */
export interface ExecuteRequest {
  readonly request: Request;
  readonly code: string;
  readonly silent: boolean;
  readonly storeHistory: boolean;
  readonly stopOnError: boolean;
  /** Whether the client can ask its user something. */
  readonly allowStdin: boolean;
  readonly userExpressions: Readonly<Record<string, string>>;
  /** What the request itself says about errors of types. */
  readonly types: unknown;
}

/** Reads the content of a request as the protocol describes it; what has the wrong type counts as left out. */
export function readExecuteRequest(request: Request): ExecuteRequest {
  const { content, metadata } = request.message;
  const silent = content.silent === true;
  const expressions = Object.entries(asObject(content.user_expressions));
  return {
    request,
    code: typeof content.code === "string" ? content.code : "",
    silent,
    storeHistory: !silent && content.store_history !== false,
    stopOnError: content.stop_on_error !== false,
    allowStdin: content.allow_stdin === true,
    userExpressions: Object.fromEntries(expressions.map(([name, text]) => [name, String(text)])),
    types: asObject(metadata.initlab).types,
  };
}

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
