import type ts from "typescript";
import type { CellsHost } from "./CellsHost.js";
import { compilerOptions } from "./compilerOptions.js";

interface File {
  readonly text: string;
  readonly version: number;
}

interface ServiceHost extends ts.LanguageServiceHost {
  /** The compiler asks for it though it does not say so; without it, it reads every package.json again for each cell. */
  getModuleResolutionCache(): ts.ModuleResolutionCache;
}

/**
 * The files that the compiler sees: those of the session, kept in memory, and the real ones around the notebook.
 * Declaration files of packages are taken to stay as they are; other files are looked at again for each cell.
 */
export class ModuleFiles {
  readonly #memory = new Map<string, File>();
  readonly #disk = new Map<string, File>();
  readonly #options: ts.CompilerOptions;
  #resolutions: ts.ModuleResolutionCache;
  /** Whether a package was not found since this was last set to false. */
  missedPackage = false;

  constructor(
    private readonly typescript: typeof ts,
    private readonly host: CellsHost,
  ) {
    this.#options = compilerOptions(typescript);
    this.#resolutions = this.#newResolutions();
  }

  set(path: string, text: string): void {
    this.#memory.set(path, { text, version: (this.#memory.get(path)?.version ?? 0) + 1 });
  }

  delete(path: string): void {
    this.#memory.delete(path);
  }

  /** What the language service asks for; `roots` are the files that it starts from. */
  serviceHost(roots: () => string[]): ServiceHost {
    const { host, typescript } = this;
    return {
      getCompilationSettings: () => this.#options,
      getScriptFileNames: roots,
      getScriptVersion: (path) => String(this.#read(path, true)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const file = this.#read(path, false);
        return file === undefined ? undefined : typescript.ScriptSnapshot.fromString(file.text);
      },
      getCurrentDirectory: () => host.folder,
      getDefaultLibFileName: () => `${host.libraryFolder}/lib.es2023.d.ts`,
      useCaseSensitiveFileNames: () => true,
      fileExists: (path) => this.#memory.has(path) || host.fileExists(path),
      readFile: (path) => this.#read(path, false)?.text,
      directoryExists: host.directoryExists,
      getDirectories: (path) => [...host.listDirectory(path).folders],
      readDirectory: (path, extensions = []) =>
        host
          .listDirectory(path)
          .files.filter((name) => extensions.some((extension) => name.endsWith(extension)))
          .map((name) => `${path.replace(/\/$/, "")}/${name}`),
      getModuleResolutionCache: () => this.#resolutions,
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => ({ resolvedModule: this.#resolve(text, from) })),
    };
  }

  #read(path: string, again: boolean): File | undefined {
    const own = this.#memory.get(path);
    if (own !== undefined) return own;
    const known = this.#disk.get(path);
    if (known !== undefined && (!again || path.endsWith(".d.ts"))) return known;
    const text = this.host.readFile(path);
    if (text === undefined || text === known?.text) return known;
    const file = { text, version: (known?.version ?? 0) + 1 };
    this.#disk.set(path, file);
    return file;
  }

  #resolve(specifier: string, from: string): ts.ResolvedModuleFull | undefined {
    const { folder, fallbackFolders = [], aliases } = this.host;
    if (specifier.startsWith("./^cell")) {
      const resolvedFileName = `${folder}/${specifier.slice(2)}.ts`;
      return { resolvedFileName, extension: this.typescript.Extension.Ts };
    }
    const isBare = !/^[./]/.test(specifier);
    const starts = isBare ? [from, ...fallbackFolders.map((place) => `${place}/cell.ts`)] : [from];
    for (const start of starts) {
      const found = this.typescript.resolveModuleName(
        aliases?.get(specifier) ?? specifier,
        start,
        this.#options,
        this.host,
        this.#resolutions,
      );
      if (found.resolvedModule !== undefined) return found.resolvedModule;
    }
    this.missedPackage ||= isBare;
    // The file may be there the next time: nothing that was not found is remembered.
    this.#resolutions = this.#newResolutions();
    return undefined;
  }

  #newResolutions(): ts.ModuleResolutionCache {
    return this.typescript.createModuleResolutionCache(this.host.folder, (name) => name, this.#options);
  }
}
