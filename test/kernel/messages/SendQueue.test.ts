import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Subscriber, XPublisher } from "zeromq";
import { SendQueue } from "../../../src/kernel/protocol/SendQueue.ts";

const size = 2 ** 18;
/** More than what sockets, the system and ZeroMQ's queues hold. */
const count = 200;

let publisher: XPublisher;
let subscribers: Subscriber[];
beforeEach(async () => {
  publisher = new XPublisher({ linger: 0, sendHighWaterMark: 8, noDrop: true, verbosity: "allSubs" });
  await publisher.bind("tcp://127.0.0.1:*");
  subscribers = [];
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  for (const socket of [publisher, ...subscribers]) socket.close();
  vi.restoreAllMocks();
});

async function connect(): Promise<Subscriber> {
  const subscriber = new Subscriber({ linger: 0, receiveHighWaterMark: 8, receiveTimeout: 1000 });
  subscriber.connect(publisher.lastEndpoint ?? "");
  subscriber.subscribe();
  subscribers.push(subscriber);
  await publisher.receive();
  return subscriber;
}

function pushAll(queue: SendQueue): void {
  for (let number = 0; number < count; number++)
    queue.push([Buffer.from(String(number)), Buffer.alloc(size)]);
}

async function read(subscriber: Subscriber, most: number): Promise<number[]> {
  const numbers: number[] = [];
  while (numbers.length < most) numbers.push(Number((await subscriber.receive())[0]));
  return numbers;
}

const all = Array.from({ length: count }, (_, number) => number);

describe("SendQueue", () => {
  it("loses nothing where a client reads late", async () => {
    const queue = new SendQueue(publisher);
    const subscriber = await connect();
    pushAll(queue);
    await sleep(700);
    expect(queue.bytes).toBeGreaterThan(size * 10);
    expect(await read(subscriber, count)).toEqual(all);
    await queue.drained();
    expect(queue.bytes).toBe(0);
    expect(console.error).not.toHaveBeenCalled();
  });

  it("lets a client that reads nothing hold up the others only for a while, and takes it back when it reads", async () => {
    const queue = new SendQueue(publisher, 300);
    const [quick, stuck] = [await connect(), await connect()];
    pushAll(queue);
    expect(await read(quick, count)).toEqual(all);
    expect(vi.mocked(console.error).mock.calls.flat().join()).toContain("a client has read nothing");
    await queue.drained();
    const heard: number[] = [];
    for (let more = true; more; ) {
      more = await stuck.receive().then(
        ([number]) => heard.push(Number(number)) > 0,
        () => false,
      );
    }
    expect(heard.length).toBeLessThan(count);
    expect(heard).toEqual(all.slice(0, heard.length));
    queue.push([Buffer.from("-1")]);
    expect([await read(stuck, 1), await read(quick, 1)]).toEqual([[-1], [-1]]);
  }, 20_000);
});
