/*
 * The main module: becomes whatever program the host sends first. It imports nothing, and nothing is read from files.
 */
const { core } = Deno[Deno.internal]!;
const head = read(21);
const length = head[0]! + head[1]! * 2 ** 8 + head[2]! * 2 ** 16 + head[3]! * 2 ** 24;
const [, failure] = core.evalContext(core.decode(read(length - 17)), "guest:program");
if (failure !== null) throw failure.thrown;

function read(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const more = Deno.stdin.readSync(bytes.subarray(at));
    if (more === null) Deno.exit(0);
    at += more;
  }
  return bytes;
}

interface Core {
  evalContext(text: string, url: string): [unknown, { readonly thrown: unknown } | null];
  decode(bytes: Uint8Array): string;
}

declare const Deno: {
  readonly internal: symbol;
  readonly stdin: { readSync(bytes: Uint8Array): number | null };
  exit(code: number): never;
  readonly [inside: symbol]: { readonly core: Core };
};

export {};
