import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, Script as VmScript } from "node:vm";
import { type CellImport, type Place, pickImports } from "../../cells/run/index.js";
import { native } from "../channel/native.js";
import { aliases } from "../language/aliases.js";
import { ownPackages } from "../language/ownPackages.js";
import { isFile, typescriptFile } from "../language/typescriptFile.js";
import { delayModule } from "./delayModule.js";
import type { PrintTensor } from "./describeValue.js";
import type { TypeScriptFiles } from "./TypeScriptFiles.js";

type Namespace = Readonly<Record<string, unknown>>;
type DynamicImport = (specifier: string, options?: object) => Promise<Namespace>;

interface ImporterOptions {
  /** The notebook's folder, from which a cell's imports are looked for. */
  readonly folder: string;
  /** The kernel's own folder, for the packages that it brings along. */
  readonly kernelFolder: string;
  readonly files: TypeScriptFiles;
  /** Takes a word for the student. */
  readonly tell: (text: string) => void;
  /** Called with tslab's module of outputs, once it is loaded. */
  readonly onTslab: (require: NodeJS.Require) => void;
}

/** A module that cannot be loaded, and where the cell asks for it. */
export class ImportProblem extends Error {
  override readonly name = "ImportProblem";
  readonly place: Place;

  constructor(message: string, place: Place, cause: unknown) {
    super(message, { cause });
    this.place = place;
  }
}

/** Loads modules for cells, as if the cells lay in the notebook's folder. */
export class Importer {
  readonly #options: ImporterOptions;
  readonly #fromFolder: DynamicImport;
  readonly #fromKernel: DynamicImport;
  readonly #loaded = new Map<string, Namespace>();
  readonly #told = new native.Set<string>();
  /** There when a cell has imported `init_utils`. */
  printTensor: PrintTensor | undefined;

  constructor(options: ImporterOptions) {
    this.#options = options;
    this.#fromFolder = importerIn(options.folder);
    this.#fromKernel = importerIn(options.kernelFolder);
  }

  /**
   * Loads what the import declarations of a cell name, before it runs.
   *
   * @throws ImportProblem
   */
  async load(imports: readonly CellImport[]): Promise<void> {
    for (const { specifier, attributes, line, column } of imports) {
      try {
        const namespace = await this.dynamic(
          specifier,
          attributes === undefined ? undefined : { with: attributes },
        );
        this.#loaded.set(specifier, namespace);
      } catch (error) {
        throw new ImportProblem(explain(specifier, error), { line, column }, error);
      }
    }
  }

  /** What a cell's import declaration becomes: its module was loaded before. */
  declared(specifier: string, names?: readonly string[]): Namespace {
    const namespace = this.#loaded.get(specifier);
    if (namespace === undefined) throw new native.Error(`import: ${specifier} is not loaded`);
    return pickImports(namespace, names);
  }

  /** `import(…)` in a cell. */
  async dynamic(specifier: unknown, options?: object): Promise<Namespace> {
    const name = native.String(specifier);
    if (/^\.{0,2}\/|^\.{1,2}$|^file:/.test(name)) return this.#local(name, options);
    if (aliases.has(name)) return this.#tensorFlow();
    const namespace = await this.#package(name, options);
    if (name === "init_utils") this.printTensor = namespace.str as PrintTensor;
    return namespace;
  }

  async #package(name: string, options: object | undefined): Promise<Namespace> {
    if (name === "tslab") this.#connectTslab();
    try {
      return await this.#fromFolder(name, options);
    } catch (error) {
      const base = name.split("/")[0] ?? name;
      if (!ownPackages.includes(base) || !isMissing(error, base)) throw error;
      const namespace = await this.#fromKernel(name, options);
      if (!this.#told.has(base)) {
        this.#options.tell(`${base} is not installed for this notebook; the kernel's own copy is used.\n`);
        this.#told.add(base);
      }
      return namespace;
    }
  }

  #connectTslab(): void {
    const require = this.#requireFor("tslab");
    delayCompiler(require);
    this.#options.onTslab(require);
  }

  #requireFor(name: string): NodeJS.Require {
    const own = createRequire(join(this.#options.folder, "cell.js"));
    try {
      own.resolve(name);
      return own;
    } catch {
      return createRequire(join(this.#options.kernelFolder, "cell.js"));
    }
  }

  /** A second TensorFlow.js would round to single precision: the one of `init_utils` stands in for it. */
  async #tensorFlow(): Promise<Namespace> {
    const { tf } = (await this.dynamic("init_utils")) as { readonly tf: Namespace };
    return { ...tf, default: tf };
  }

  #local(specifier: string, options: object | undefined): Promise<Namespace> | Namespace {
    const { folder, files } = this.#options;
    files.forgetChanged();
    const path = specifier.startsWith("file:") ? fileURLToPath(specifier) : resolve(folder, specifier);
    const typescript = typescriptFile(path);
    if (typescript !== undefined) return files.load(typescript);
    const found = [path, `${path}.js`, `${path}.mjs`, `${path}.json`, join(path, "index.js")].find(isFile);
    // Node.js says what is wrong with the others.
    if (found === undefined || specifier.includes("?") || !/\.(?:[cm]?js|json)$/.test(found))
      return this.#fromFolder(specifier, options);
    return found.endsWith(".json")
      ? files.loadJson(found)
      : this.#fromFolder(files.addressOf(found), options);
  }
}

/** `import()` as a file in that folder would do it, with Node's own loader. */
function importerIn(folder: string): DynamicImport {
  const script = new VmScript("(specifier, options) => import(specifier, options)", {
    filename: join(folder, "cell.js"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  return script.runInThisContext() as DynamicImport;
}

/** tslab's own compiler has nothing to do here: `versions` names its version, and nothing else asks for it. */
function delayCompiler(require: NodeJS.Require): void {
  try {
    const fromTslab = createRequire(require.resolve("tslab"));
    const compiler = "@tslab/typescript-for-tslab";
    const { version } = fromTslab(`${compiler}/package.json`) as { readonly version: string };
    delayModule(fromTslab, compiler, { __esModule: true, version });
    delayModule(fromTslab, "./converter", { __esModule: true });
  } catch {
    // Another tslab, which is made otherwise, loads what it needs.
  }
}

function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" && message.includes(`'${name}'`);
}

function explain(specifier: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const isPackage = !/^[./]|^file:/.test(specifier);
  if (code === "ERR_MODULE_NOT_FOUND" && isPackage && message.includes(`'${specifier.split("/")[0]}`)) {
    return `the package ${specifier} is not installed for this notebook: run npm install ${specifier} in its folder`;
  }
  return message ?? native.String(error);
}
