import { native } from "../channel/native.js";

// A cell may declare a variable of that name.
const NativeProxy = Proxy;

/**
 * Puts off loading a CommonJS module until somebody asks it for something that is not `known`.
 *
 * tslab loads a TypeScript compiler of its own, a third of a second, which `display` has no use for.
 *
 * @param require finds the module and keeps it in its cache
 * @param known what the module's exports are known to have
 */
export function delayModule(
  require: NodeJS.Require,
  id: string,
  known: Readonly<Record<string, unknown>>,
): void {
  const path = require.resolve(id);
  if (path in require.cache) return;
  let real: object | undefined;
  const load = (): object => {
    if (real === undefined) {
      delete require.cache[path];
      real = require(path) as object;
    }
    return real;
  };
  const exports = new NativeProxy(
    {},
    {
      get: (_, key) =>
        typeof key === "string" && key in known ? known[key] : native.Reflect.get(load(), key),
      set: (_, key, value) => native.Reflect.set(load(), key, value),
      has: (_, key) => key in known || key in load(),
      ownKeys: () => native.Reflect.ownKeys(load()),
      getOwnPropertyDescriptor: (_, key) => {
        const found = native.Reflect.getOwnPropertyDescriptor(load(), key);
        // A proxy may not claim what its target does not have: that a property is there for ever.
        return found && { ...found, configurable: true };
      },
    },
  );
  const module = { id: path, path, filename: path, loaded: true, exports, children: [], paths: [] };
  require.cache[path] = module as unknown as NodeJS.Module;
}
