import { Reply, Router } from "zeromq";
import { type Channel, type ConnectionInfo, channels } from "./ConnectionInfo.js";
import { OutputSocket } from "./OutputSocket.js";

/** What was received and sent last is delivered before the process ends, if clients take it within this time. */
const lingerMs = 500;

/** The kernel's five sockets. */
export class Sockets {
  readonly shell: Router = new Router({ linger: lingerMs, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  readonly control: Router = new Router({ linger: lingerMs, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
  /** Mandatory: a question to a client that is gone fails at once. */
  readonly stdin: Router = new Router({ linger: lingerMs, mandatory: true });
  readonly iopub: OutputSocket = new OutputSocket(lingerMs);
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
