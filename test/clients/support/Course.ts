import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nbgraderConfig } from "../../../src/instructor/nbgraderConfig.ts";
import { type Notebook, readNotebook, writeNotebook } from "../../../src/notebook/index.ts";
import { runClientWell } from "./runClient.ts";

const gradebook = fileURLToPath(new URL("../gradebook.py", import.meta.url));
const assignment = "Initialization";

/** What nbgrader's gradebook says of a student. */
export interface Grades {
  readonly score: number;
  readonly max_score: number;
  readonly needs_manual_grade: boolean;
  /** The points of each test cell, and how many there are to have. */
  readonly cells: Readonly<Record<string, readonly [number | null, number]>>;
}

/** A course folder of nbgrader, as its documentation describes one. */
export class Course {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder, with one assignment, and has nbgrader release it; returns what students would get. */
  async release(source: Notebook): Promise<Notebook> {
    await writeFile(join(this.#folder, "nbgrader_config.py"), nbgraderConfig());
    await this.#write(["source", assignment], source);
    await this.#nbgrader("generate_assignment", assignment);
    return readNotebook(this.#path(["release", assignment]));
  }

  async submit(student: string, notebook: Notebook): Promise<void> {
    await this.#write(["submitted", student, assignment], notebook);
  }

  /** Has nbgrader grade every submission; returns the points of every student. */
  async autograde(): Promise<Readonly<Record<string, Grades>>> {
    await this.#nbgrader("autograde", assignment);
    const command = ["python", gradebook, this.#folder, assignment];
    return JSON.parse(await runClientWell("tests", command, this.#folder));
  }

  /** A student's notebook with the outputs of the grading. */
  async autograded(student: string): Promise<Notebook> {
    return readNotebook(this.#path(["autograded", student, assignment]));
  }

  /** Has nbgrader write feedback for everybody; returns the page of a student. */
  async feedback(student: string): Promise<string> {
    await this.#nbgrader("generate_feedback", assignment);
    const page = join(this.#folder, "feedback", student, assignment, `${assignment}.html`);
    return readFile(page, "utf8");
  }

  async #nbgrader(...args: readonly string[]): Promise<void> {
    await runClientWell("tests", ["nbgrader", ...args], this.#folder);
  }

  async #write(folders: readonly string[], notebook: Notebook): Promise<void> {
    await mkdir(join(this.#folder, ...folders), { recursive: true });
    await writeNotebook(this.#path(folders), notebook);
  }

  #path(folders: readonly string[]): string {
    return join(this.#folder, ...folders, `${assignment}.ipynb`);
  }
}
