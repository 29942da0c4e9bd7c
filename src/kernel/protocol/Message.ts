/** The version of Jupyter's messaging protocol that the kernel speaks. */
export const protocolVersion = "5.4";

export type Json = Readonly<Record<string, unknown>>;

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/**
 * A message of Jupyter's protocol.
 *
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#general-message-format
 */
export interface Message {
  /** Whom a reply goes to, in ZeroMQ's words; on iopub the topic. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  /** Of the request that caused this message; empty when none did. */
  readonly parentHeader: Header | Json;
  readonly metadata: Json;
  readonly content: Json;
  /** Binary data, which is not signed. */
  readonly buffers?: readonly Uint8Array[];
}
