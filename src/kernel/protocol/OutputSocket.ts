import { XPublisher } from "zeromq";

/** ZeroMQ's numbers of the options that admit a subscription and end it. */
const [subscribe, unsubscribe] = [6, 7];

/** Per client; a client that is slower has the kernel wait, not its memory grow. */
const queuedMessages = 64;

/**
 * The socket of iopub. A client that asks for messages hears none before it is admitted, so the first one can be its
 * welcome.
 *
 * @see http://api.zeromq.org/4-3:zmq-setsockopt, ZMQ_XPUB_MANUAL
 */
export class OutputSocket extends XPublisher {
  constructor(linger: number) {
    super({ linger, sendHighWaterMark: queuedMessages, noDrop: true, manual: true });
  }

  /** Lets the client whose frame was received last hear what begins with the topic. */
  admit(topic: Uint8Array): void {
    this.setStringOption(subscribe, Buffer.from(topic));
  }

  /** The end of it. */
  dismiss(topic: Uint8Array): void {
    this.setStringOption(unsubscribe, Buffer.from(topic));
  }
}
