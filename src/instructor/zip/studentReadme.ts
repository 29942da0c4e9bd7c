import { cellRole, type Notebook, nbgraderOf } from "../../notebook/index.js";

export interface ReadmeFacts {
  /** The students' notebook. */
  readonly notebook: Notebook;
  /** Its file in the folder. */
  readonly file: string;
}

/** What a student who has unpacked the folder needs to know: how to start, what to do, what to hand in. */
export function studentReadme({ notebook, file }: ReadmeFacts): string {
  const { name, version } = notebook.metadata.initlab as { name: string; version: string };
  return `# ${name}

An assignment in a notebook, version ${version}. ${tasksOf(notebook)}

## Start

You need two programs:

- [Node.js](https://nodejs.org) 20.19 or newer (of 22: 22.12 or newer); the current LTS version will do;
- [Python](https://www.python.org/downloads) 3.10 or newer, with \`venv\` (Debian and Ubuntu: \`apt install python3-venv\`).

Open a terminal in this folder (the one that holds this file) and run

    npm start

The first start fetches JupyterLab and some packages, into this folder alone: a few minutes, about 400 MB on the disk. Then
\`${file}\` opens in your browser. Later starts take seconds and need no network. Ctrl-C in the terminal stops it.

## What to do

1. Read the notebook from the top and run its cells one after the other with Shift+Enter.
2. Write your code where an exercise says so, between YOUR CODE STARTS HERE and YOUR CODE ENDS HERE. Replace the line that
   throws the error.
3. Run the cell, then the check below it. It says what is wrong where something is. Try as often as you like.

Cells of your own may be added anywhere. The cells that are there should stay where they are: the grader looks for them.

## What to hand in

The file \`${file}\`, under this name, and nothing else. Before you hand it in:

1. choose *Kernel › Restart Kernel and Run All Cells…* and see that everything runs from top to bottom,
2. save it (Ctrl-S, on a Mac ⌘S).

What counts is your code. It is run again when it is graded, so the outputs that you see are not looked at, and more tests
than those in the notebook may be run.

## When something does not work

- \`npm start\` says what is missing and what to do. What the installers print is in \`.cache/setup.log\`.
- To begin from nothing, delete \`node_modules\`, \`.venv\` and \`.cache\`, and run \`npm start\` again. Your notebook stays.
- A cell that runs too long is stopped by ■ above the notebook; variables are kept.
- Behind a proxy, set \`HTTPS_PROXY\` before the first start.

The software is under the [Apache-2.0 licence](LICENSE); code of others that is part of it, under the licences in
[THIRD-PARTY-NOTICES.txt](THIRD-PARTY-NOTICES.txt).
`;
}

function tasksOf(notebook: Notebook): string {
  const graded = notebook.cells.filter((cell) => ["tests", "manual", "task"].includes(cellRole(cell)));
  const points = graded.reduce((sum, cell) => sum + (nbgraderOf(cell)?.points ?? 0), 0);
  const exercises = graded.filter((cell) => (nbgraderOf(cell)?.points ?? 0) > 0).length;
  if (exercises === 0) return "Nothing in it is graded.";
  return `${exercises === 1 ? "One task gives" : `${exercises} tasks give`} ${points} points together.`;
}
