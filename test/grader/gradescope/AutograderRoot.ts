import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { AutograderFiles } from "../../../src/grader/gradescope/autograderFiles.ts";
import { findTool } from "../../../src/grader/tiers/findTool.ts";

const bwrap = findTool("bwrap");
const pip = existsSync("/usr/bin/python3") && existsSync("/usr/lib/python3/dist-packages/pip");

/** What a root of Gradescope's layout takes: Gradescope is root in a container, and so is whoever tests. */
export const canMakeRoot: boolean = process.getuid?.() === 0 && bwrap !== undefined && pip;

/** What Docker leaves root in a container. */
const capabilities = ["CHOWN", "DAC_OVERRIDE", "FSETID", "FOWNER", "SETGID", "SETUID", "SETPCAP", "KILL"];

/** How this machine reaches the world is no part of the layout. */
const ofTheNetwork =
  /^(?:https?_proxy|no_proxy|npm_config_registry|pip_.*|ssl_cert_.*|node_extra_ca_certs)$/i;

export interface RootRun {
  readonly status: number | null;
  /** Of both streams, as Gradescope keeps it. */
  readonly output: string;
  readonly seconds: number;
  /** The file as it was left; undefined where there is none. */
  readonly results: string | undefined;
}

/**
 * A root file system of Gradescope's layout: this machine's programs, which cannot be written to, and /autograder. The
 * project, the tests and bubblewrap are not there.
 */
export class AutograderRoot {
  readonly #folder: string = mkdtempSync(join(tmpdir(), "initlab-gradescope-"));

  /** The folder that is /autograder inside. */
  get autograder(): string {
    return join(this.#folder, "autograder");
  }

  /** Unpacks an autograder as Gradescope does when it builds the image. */
  constructor({ files, modes }: AutograderFiles) {
    for (const [path, content] of files) {
      this.write(`source/${path}`, content, modes.get(path) ?? 0o644);
      if (path === "run_autograder") this.write(path, content, 0o755);
    }
  }

  write(path: string, content: Uint8Array | string, mode: number = 0o644): void {
    const file = join(this.autograder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode });
  }

  /** Runs setup.sh, which may use the network. */
  setUp(): Promise<RootRun> {
    return this.#run(["bash", "/autograder/source/setup.sh"], []);
  }

  /**
   * Runs run_autograder without a network, on what is handed in.
   *
   * @param files by their names
   * @param users of submission_metadata.json
   */
  grade(
    files: Readonly<Record<string, Uint8Array | string>>,
    users: readonly object[] = [{ email: "Ana@uni.example", id: 4711, name: "Ana" }],
  ): Promise<RootRun> {
    for (const folder of ["submission", "results"]) {
      rmSync(join(this.autograder, folder), { recursive: true, force: true });
      mkdirSync(join(this.autograder, folder));
    }
    for (const [name, content] of Object.entries(files)) this.write(`submission/${name}`, content);
    this.write("submission_metadata.json", JSON.stringify({ ...metadata, users }));
    return this.#run(["/autograder/run_autograder"], ["--unshare-net"]);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(command: readonly string[], options: readonly string[]): Promise<RootRun> {
    const begin = performance.now();
    const args = [...layout(this.autograder), ...options, "--", ...command];
    const child = spawn(bwrap ?? "", args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    const [status] = await once(child, "close");
    const file = join(this.autograder, "results/results.json");
    const results = existsSync(file) ? readFileSync(file, "utf8") : undefined;
    return { status, output, results, seconds: (performance.now() - begin) / 1000 };
  }
}

function layout(autograder: string): readonly string[] {
  const environment = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => ofTheNetwork.test(name))),
  };
  return [
    ...["--die-with-parent", "--unshare-pid", "--unshare-ipc", "--unshare-uts"],
    ...["--ro-bind", "/usr", "/usr", "--ro-bind", "/etc", "/etc"],
    ...["bin", "sbin", "lib", "lib64"].flatMap((name) => ["--symlink", `usr/${name}`, `/${name}`]),
    ...["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/root", "--dir", "/var"],
    ...["--ro-bind", "/dev/null", bwrap ?? ""],
    ...["--bind", autograder, "/autograder", "--chdir", "/autograder"],
    ...[
      "--clearenv",
      ...Object.entries(environment).flatMap(([name, value]) => ["--setenv", name, value ?? ""]),
    ],
    ...["--cap-drop", "ALL", ...capabilities.flatMap((name) => ["--cap-add", `CAP_${name}`])],
  ];
}

/** As Gradescope documents it, with what the autograder must not look at: dates and earlier submissions. */
const metadata = {
  id: 123456,
  created_at: "2026-08-01T14:22:32.365935-07:00",
  assignment: {
    due_date: "2026-07-31T23:00:00.000000-07:00",
    group_size: null,
    group_submission: false,
    id: 25828,
    course_id: 1234,
    late_due_date: null,
    release_date: "2026-07-02T00:00:00.000000-07:00",
    title: "Initialization",
    total_points: "30.0",
  },
  submission_method: "upload",
  previous_submissions: [
    { submission_time: "2026-07-06T14:24:48.087023-07:00", score: 0, autograder_error: false, results: {} },
  ],
} as const;
