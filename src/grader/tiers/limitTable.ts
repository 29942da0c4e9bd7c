/** What holds a submission, where. */
export interface LimitRow {
  readonly limit: string;
  /** Bubblewrap around Deno, on Linux. */
  readonly bubblewrap: string;
  /** Deno, on Linux. */
  readonly linux: string;
  /** Deno, on macOS and Windows. */
  readonly elsewhere: string;
  /** A word of the titles of the tests that show it. */
  readonly test: string;
}

const permissions = "Deno's permissions";

export const limitRows: readonly LimitRow[] = [
  {
    limit: "reads no file",
    bubblewrap: `${permissions}; the root holds nothing but Deno, its libraries and what it compiled of the guest's program`,
    linux: permissions,
    elsewhere: permissions,
    test: "a file",
  },
  {
    limit: "reads no environment variable",
    bubblewrap: `${permissions}; there are none`,
    linux: `${permissions}; there are none`,
    elsewhere: `${permissions}; there are none`,
    test: "an environment variable",
  },
  {
    limit: "writes no file",
    bubblewrap: `${permissions}; nothing can be written; largest file: 0 bytes`,
    linux: `${permissions}; largest file: 0 bytes`,
    elsewhere: permissions,
    test: "writes a file",
  },
  {
    limit: "has no network, no unix socket, no DNS",
    bubblewrap: `${permissions}; a network of its own without interfaces`,
    linux: permissions,
    elsewhere: permissions,
    test: "connects by TCP",
  },
  {
    limit: "starts no program, sends no signal",
    bubblewrap: `${permissions}; there is no program and no other process; no new user namespaces`,
    linux: `${permissions}; no new privileges`,
    elsewhere: permissions,
    test: "kills another process",
  },
  {
    limit: "is nobody",
    bubblewrap: "user 65534 without capabilities; root's guests are nobody outside, too",
    linux: "root's guests run as user 65534; others as the grader's user",
    elsewhere: "the grader's user",
    test: "runs as nobody",
  },
  {
    limit: "has no inspector",
    bubblewrap: `${permissions}; no network`,
    linux: permissions,
    elsewhere: permissions,
    test: "opens the inspector",
  },
  {
    limit: "time: 10 s a cell, 60 s in all",
    bubblewrap: "the grader's clock",
    linux: "the grader's clock",
    elsewhere: "the grader's clock",
    test: "a loop",
  },
  {
    limit: "processor time: 60 s",
    bubblewrap: "looked at every 25 ms; the system's limit",
    linux: "looked at every 25 ms; the system's limit",
    elsewhere: "no limit of its own: the time in all",
    test: "processor time",
  },
  {
    limit: "JavaScript's heap: 256 MB",
    bubblewrap: "V8's limit",
    linux: "V8's limit",
    elsewhere: "V8's limit",
    test: "objects",
  },
  {
    limit: "all memory: 256 MB more than when idle (buffers, WebAssembly, workers)",
    bubblewrap: "looked at every 25 ms; the system's limit, with 64 MB to spare",
    linux: "looked at every 25 ms; the system's limit, with 64 MB to spare",
    elsewhere: "not limited",
    test: "array buffers",
  },
  {
    limit: "threads: 32",
    bubblewrap: "looked at every 25 ms; the system's limit from Linux 5.14 on",
    linux: "looked at every 25 ms",
    elsewhere: "not limited",
    test: "workers",
  },
  {
    limit: "output: 1 MiB",
    bubblewrap: "counted by the guest and by the grader",
    linux: "counted by the guest and by the grader",
    elsewhere: "counted by the guest and by the grader",
    test: "printing",
  },
  {
    limit: "an answer: 1 MiB",
    bubblewrap: "refused by the guest and by the grader",
    linux: "refused by the guest and by the grader",
    elsewhere: "refused by the guest and by the grader",
    test: "answers with too much",
  },
  {
    limit: "nothing survives the submission",
    bubblewrap: "the group is killed, and with its first process all in its namespace",
    linux: "the group is killed",
    elsewhere: "the group (on Windows the process) is killed",
    test: "leaves a process behind",
  },
  {
    limit: "nothing survives the grader, even killed",
    bubblewrap: "the system kills the guest with its parent",
    linux: "the system kills the guest with its parent",
    elsewhere: "it ends when it next waits for a question",
    test: "dies with a grader that is killed",
  },
];

/** The table for people, as Markdown. */
export function limitTable(rows: readonly LimitRow[] = limitRows): string {
  const lines = rows.map((row) => `| ${row.limit} | ${row.bubblewrap} | ${row.linux} | ${row.elsewhere} |`);
  const head = "| A submission … | Linux with bubblewrap | Linux, Deno alone | macOS, Windows: Deno alone |";
  return [head, "|---|---|---|---|", ...lines].join("\n");
}
