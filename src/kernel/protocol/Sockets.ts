import { Reply, Router, XPublisher } from "zeromq";
import { type Channel, type ConnectionInfo, channels } from "./ConnectionInfo.js";

/** What was received and sent last is delivered before the process ends, if clients take it within this time. */
const lingerMs = 500;

/** Per client; a client that is slower has the kernel wait, not its memory grow. */
const queuedMessages = 64;

/** The kernel's five sockets. */
export class Sockets {
  readonly shell: Router = new Router({ linger: lingerMs, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  readonly control: Router = new Router({ linger: lingerMs, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  /** Mandatory: a question to a client that is gone fails at once. */
  readonly stdin: Router = new Router({ linger: lingerMs, mandatory: true });
  /**
   * ZeroMQ admits subscriptions by itself. Admitting them by hand (ZMQ_XPUB_MANUAL) would let nothing come before a
   * client's welcome, but a subscription that arrives while this thread is busy wakes nobody up, and that client would
   * hear nothing at all.
   */
  readonly iopub: XPublisher = new XPublisher({
    linger: lingerMs,
    sendHighWaterMark: queuedMessages,
    noDrop: true,
    verbosity: "allSubs",
  });
  readonly hb: Reply = new Reply({ linger: 0 });

  /** @throws Error that names the address which cannot be listened on */
  async bind({ addresses }: ConnectionInfo): Promise<void> {
    await Promise.all(channels.map((channel) => this.#bindOne(channel, addresses[channel])));
  }

  async #bindOne(channel: Channel, address: string): Promise<void> {
    try {
      await this[channel].bind(address);
    } catch (error) {
      throw new Error(`the kernel cannot listen on ${address} (${channel}): ${(error as Error).message}`);
    }
  }

  /** Answers every heartbeat with itself. */
  async beat(): Promise<void> {
    for await (const parts of this.hb) await this.hb.send(parts);
  }

  close(): void {
    for (const channel of channels) this[channel].close();
  }
}
