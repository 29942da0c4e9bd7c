// @ts-nocheck: what is replaced here has every type.
// Run by hostile.test.ts in a process of its own: replaces what a student's code can replace, then sends values.
import { writeSync } from "node:fs";
import { Exchange } from "../../../src/grader/exchange/index.ts";

const tensors = {
  isTensor: () => false,
  describe: () => ({}),
  values: () => undefined,
  make: () => ({}),
  dispose() {},
};
let calls = 0;

const exchanges = { judge: new Exchange("judge", tensors), guest: new Exchange("guest", tensors) };
const value = {
  list: [1, "two", Number.NaN],
  map: new Map([["a", new Set([1n])]]),
  numbers: new Float64Array([1, -0]),
  date: new Date(5),
};
value.self = value;

const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
const keep = { __proto__: null, constructor: 1, length: 1, name: 1, prototype: 1 };
const owners = [
  Object,
  Array,
  Map,
  Set,
  Date,
  String,
  Number,
  BigInt,
  Symbol,
  Promise,
  Error,
  Function,
  Uint8Array,
  Float64Array,
  DataView,
  ArrayBuffer,
  WeakMap,
  Reflect,
  Math,
  Proxy,
];
const places = owners.flatMap((owner) => [owner, owner.prototype]).filter((place) => place !== undefined);
places.push(Object.getPrototypeOf(Uint8Array.prototype), Object.getPrototypeOf(Uint8Array));
places.push(Object.getPrototypeOf([][Symbol.iterator]()), Object.getPrototypeOf(new Map().entries()));
// From here on nothing of the language can be relied on, loops over iterators included.
for (let i = 0; i < places.length; i++) {
  const keys = ownKeys(places[i]);
  for (let k = 0; k < keys.length; k++) {
    const descriptor = getOwnPropertyDescriptor(places[i], keys[k]);
    if (keep[keys[k]] || !descriptor.configurable) continue;
    const replaced = () => {
      calls++;
      throw new Error("patched");
    };
    if (descriptor.get) defineProperty(places[i], keys[k], { get: replaced, configurable: true });
    else if (typeof descriptor.value === "function")
      defineProperty(places[i], keys[k], { value: replaced, configurable: true });
  }
}
const count = { __proto__: null, get: () => calls++, set: () => calls++, configurable: true };
for (let index = 0; index < 3; index++) defineProperty(Array.prototype, index, count);
const names = ["get", "set", "value", "enumerable", "at", "writable"];
for (let i = 0; i < names.length; i++) defineProperty(Object.prototype, names[i], count);
const globals = ["Map", "Uint8Array", "DataView", "Reflect", "Error", "Promise", "BigInt"];
for (let i = 0; i < globals.length; i++) globalThis[globals[i]] = undefined;

calls = 0;
try {
  const there = exchanges.guest.decode(exchanges.judge.encode(value));
  const same = exchanges.judge.decode(exchanges.guest.encode(there)) === value && there.self === there;
  // By hand: what writes JSON has been patched, too.
  writeSync(1, `{"same":${same},"length":${there.list.length},"patched":${calls}}`);
} catch (problem) {
  writeSync(2, problem.stack);
}
process.reallyExit(0);
