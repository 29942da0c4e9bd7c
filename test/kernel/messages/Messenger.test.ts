import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Subscriber } from "zeromq";
import { type ConnectionInfo, channels } from "../../../src/kernel/protocol/ConnectionInfo.ts";
import { Messenger } from "../../../src/kernel/protocol/Messenger.ts";
import { Signer } from "../../../src/kernel/protocol/Signer.ts";
import { Sockets } from "../../../src/kernel/protocol/Sockets.ts";
import { decode } from "../../../src/kernel/protocol/wire.ts";
import { freePorts } from "../../support/processes/freePorts.ts";

const signer = new Signer({ key: "key", hash: "sha256" });
const sockets = new Sockets();
let addresses: ConnectionInfo["addresses"];
let messenger: Messenger;
beforeAll(async () => {
  const ports = await freePorts(channels.length);
  const entries = channels.map((channel, index) => [channel, `tcp://127.0.0.1:${ports[index]}`]);
  addresses = Object.fromEntries(entries) as ConnectionInfo["addresses"];
  await sockets.bind({ addresses, key: "key", hash: "sha256" });
  messenger = new Messenger(sockets, signer);
  void messenger.welcome().catch(() => undefined);
});
afterAll(() => sockets.close());

describe("iopub_welcome", () => {
  it("names what the client subscribed to, of which alone it hears, until it ends the subscription", async () => {
    const subscriber = new Subscriber({ linger: 0, receiveTimeout: 300 });
    const topic = `kernel.${messenger.session}`;
    subscriber.connect(addresses.iopub);
    subscriber.subscribe(topic, "another");
    const contents = [await subscriber.receive(), await subscriber.receive()].map((parts) =>
      decode(parts, signer),
    );
    expect(contents.map(({ content }) => content)).toEqual([
      { subscription: topic },
      { subscription: "another" },
    ]);
    subscriber.unsubscribe(topic);
    await sleep(100);
    messenger.status({}, "busy");
    await expect(subscriber.receive()).rejects.toThrow();
    subscriber.close();
  });
});
