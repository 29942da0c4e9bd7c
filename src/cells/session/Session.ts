import type ts from "typescript";
import type { Compiler } from "../Compiler.js";
import { type Diagnostic, diagnosticAt } from "../Diagnostic.js";
import { type Completions, completionsAt } from "../help/completionsAt.js";
import { type Inspection, inspectionAt } from "../help/inspectionAt.js";
import { packageNames } from "../help/packageNames.js";
import { declaredNames } from "../source/declaredNames.js";
import { globalNames } from "../source/globalNames.js";
import { parseCell } from "../source/parseCell.js";
import { readCell, unlessTooDeep } from "../source/readCell.js";
import { basicGlobals, needPlatformTypes } from "./basicGlobals.js";
import type { CellsHost } from "./CellsHost.js";
import { explainAssignment } from "./explainAssignment.js";
import { GlobalCells } from "./GlobalCells.js";
import { ModuleFiles } from "./ModuleFiles.js";
import { mentionedNames } from "./mentionedNames.js";
import { moduleText } from "./moduleText.js";
import { cellSpecifier, Scope } from "./Scope.js";

/** A cell as a module of the language service. */
export interface Draft {
  readonly service: ts.LanguageService;
  readonly path: string;
  readonly cell: string;
  /** How much stands before the cell. */
  readonly offset: number;
}

/**
 * What a notebook means to the compiler: each cell that was committed is a module, and later cells see its names
 * with their types. Nothing is run.
 */
export class Session {
  readonly #files: ModuleFiles;
  #scope: Scope;
  readonly #service: ts.LanguageService;
  #cells = new Map<number, ReadonlySet<number>>();
  #globals = new GlobalCells();
  /** Cells with globals that the draft declares anew. */
  #replaced: ReadonlySet<number> = new Set();
  readonly #draftPath: string;
  readonly #globalsPath: string;
  readonly #declarationsPath: string;
  #count = 0;
  #hasPlatformTypes = false;
  #isMarked = false;

  constructor(
    private readonly compiler: Compiler,
    private readonly host: CellsHost,
  ) {
    const { ts } = compiler;
    this.#draftPath = `${host.folder}/^cell.ts`;
    this.#globalsPath = `${host.folder}/^globals.d.ts`;
    this.#files = new ModuleFiles(ts, host);
    this.#files.set(this.#globalsPath, basicGlobals);
    this.#declarationsPath = `${host.folder}/^declarations.d.ts`;
    this.#files.set(this.#declarationsPath, host.declarations ?? "export {};");
    this.#files.set(this.#draftPath, "export {};");
    this.#scope = new Scope(ts);
    this.#service = ts.createLanguageService(this.#files.serviceHost(() => this.#roots()));
  }

  /** What is wrong with a cell that would run next; empty if nothing is. The first time takes longest. */
  check(cell: string): Diagnostic[] {
    return unlessTooDeep(
      cell,
      () => this.#check(cell),
      (problem) => [problem],
    );
  }

  /** Takes a cell's names over for the cells after it: call it when the cell has run, whether it threw or not. */
  commit(cell: string): void {
    const { file, problems } = readCell(this.compiler, cell);
    if (problems.length > 0) return;
    const own = declaredNames(this.compiler, file);
    const { names } = mentionedNames(this.compiler.ts, file);
    const { text, cells } = moduleText(this.compiler, this.#scope, file, own, names);
    const number = ++this.#count;
    this.#files.set(this.#cellPath(number), text);
    this.#cells.set(number, cells);
    this.#scope.declare(file, number);
    this.#globals.add(number, globalNames(this.compiler.ts, file));
    if (!this.#isMarked) this.#forgetUnreachable();
  }

  /**
   * Remembers what is known now. The function that it returns goes back to it, so that one session can check many
   * notebooks without reading the types of packages again.
   */
  mark(): () => void {
    const [scope, cells, wasMarked] = [this.#scope.copy(), new Map(this.#cells), this.#isMarked];
    const globals = this.#globals.copy();
    this.#isMarked = true;
    return () => {
      for (const cell of this.#cells.keys()) if (!cells.has(cell)) this.#files.delete(this.#cellPath(cell));
      this.#scope = scope;
      this.#cells = cells;
      this.#globals = globals;
      this.#isMarked = wasMarked;
    };
  }

  /** What could stand at a position of a cell (in code units), the best first. */
  complete(cell: string, position: number): Completions {
    const draft = this.#draft(parseCell(this.compiler, cell), "all");
    return completionsAt(this.compiler.ts, draft, position, () => packageNames(this.host));
  }

  /** What stands at a position of a cell (in code units), or the function whose arguments are written there. */
  inspect(cell: string, position: number): Inspection | undefined {
    return inspectionAt(this.compiler.ts, this.#draft(parseCell(this.compiler, cell), "mentioned"), position);
  }

  /**
   * Reads the types of Node, which otherwise happens when a cell needs them. A kernel does it when it has nothing
   * else to do.
   */
  loadPlatformTypes(): void {
    this.#wantPlatformTypes();
    this.#service.getProgram();
  }

  #check(cell: string): Diagnostic[] {
    const { file, problems } = readCell(this.compiler, cell);
    if (problems.length > 0) return problems;
    this.#files.missedPackage = false;
    const draft = this.#draft(file, "mentioned");
    const found = this.#service.getSemanticDiagnostics(draft.path);
    // What was not found may be a module of the platform's.
    if (this.#files.missedPackage && this.#wantPlatformTypes()) return this.#check(cell);
    return found.flatMap((diagnostic) => this.#place(draft, diagnostic));
  }

  /** Returns whether there is now more to read than before. */
  #wantPlatformTypes(): boolean {
    if (this.host.nodeTypes === undefined || this.#hasPlatformTypes) return false;
    this.#hasPlatformTypes = true;
    return true;
  }

  #roots(): string[] {
    const { nodeTypes } = this.host;
    const globals = this.#hasPlatformTypes && nodeTypes !== undefined ? nodeTypes : this.#globalsPath;
    const cells = [...this.#cells.keys()]
      .filter((cell) => !this.#replaced.has(cell))
      .map((cell) => this.#cellPath(cell));
    return [globals, this.#declarationsPath, this.#draftPath, ...cells];
  }

  #cellPath(cell: number): string {
    return `${this.host.folder}/${cellSpecifier(cell).slice(2)}.ts`;
  }

  #draft(file: ts.SourceFile, names: "mentioned" | "all"): Draft {
    const own = declaredNames(this.compiler, file);
    const mentioned = mentionedNames(this.compiler.ts, file);
    const outside = [...mentioned.names].filter(
      (name) => !mentioned.declared.has(name) && !this.#scope.get(name),
    );
    if (needPlatformTypes(outside, this.host.globals)) this.#wantPlatformTypes();
    const wanted = names === "all" ? this.#scope.names : mentioned.names;
    const { text, offset } = moduleText(this.compiler, this.#scope, file, own, wanted);
    this.#files.set(this.#draftPath, text);
    this.#replaced = this.#globals.replacedBy(globalNames(this.compiler.ts, file));
    return { service: this.#service, path: this.#draftPath, cell: file.text, offset };
  }

  #place({ cell, offset }: Draft, diagnostic: ts.Diagnostic): Diagnostic[] {
    const start = (diagnostic.start ?? 0) - offset;
    if (start < 0 || start > cell.length) return [];
    const place = { start, length: diagnostic.length ?? 0 };
    const message = this.compiler.ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
    const name = cell.slice(start, start + place.length);
    const { code, text } = explainAssignment(diagnostic.code, message, name, this.#scope.get(name)?.kind);
    return [diagnosticAt(cell, place, code, text)];
  }

  /** Modules that no name leads to any more go, or a long session of re-runs would grow for ever. */
  #forgetUnreachable(): void {
    const reachable = new Set<number>();
    const reach = (cell: number): void => {
      if (reachable.has(cell)) return;
      reachable.add(cell);
      for (const next of this.#cells.get(cell) ?? []) reach(next);
    };
    for (const name of this.#scope.names) reach(this.#scope.get(name)?.cell ?? 0);
    for (const cell of this.#globals.cells) reach(cell);
    for (const cell of this.#cells.keys()) {
      if (reachable.has(cell)) continue;
      this.#cells.delete(cell);
      this.#files.delete(this.#cellPath(cell));
    }
  }
}
