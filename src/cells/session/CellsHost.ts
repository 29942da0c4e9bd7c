/** What a session needs to know of the world around a notebook. Paths are absolute, with forward slashes. */
export interface CellsHost {
  /** The notebook's folder: packages and files are looked for from here. */
  readonly folder: string;
  /** Where `lib.es2023.d.ts` lies: the compiler's own `lib` folder. */
  readonly libraryFolder: string;
  /** `index.d.ts` of @types/node, read only when a cell needs it; nothing in a page without Node. */
  readonly nodeTypes?: string;
  /** Folders whose packages stand in for those that are not installed for the notebook. */
  readonly fallbackFolders?: readonly string[];
  /** The packages that may be imported from there. */
  readonly fallbackPackages?: readonly string[];
  /** Modules that the engine loads in place of others, by the names that cells write. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** The modules that the engine has of its own, like `node:fs`. */
  readonly builtinModules?: readonly string[];
  /** What the engine has besides, as declarations; unlike `globals` a cell may declare these names for itself. */
  readonly declarations?: string;
  /** The names that the engine has on globalThis at its start. */
  readonly globals: ReadonlySet<string>;

  readonly readFile: (path: string) => string | undefined;
  readonly fileExists: (path: string) => boolean;
  readonly directoryExists: (path: string) => boolean;
  /** Names, not paths; empty when there is no such folder. */
  readonly listDirectory: (path: string) => {
    readonly files: readonly string[];
    readonly folders: readonly string[];
  };
}
