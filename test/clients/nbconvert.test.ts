import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { writeNotebook } from "../../src/notebook/index.ts";
import { reference } from "../support/reference.ts";
import { runClientWell } from "./support/runClient.ts";
import { solvedNotebook } from "./support/solvedNotebook.ts";

describe("jupyter nbconvert --execute --to html", () => {
  let html: string;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "initlab-nbconvert-"));
    try {
      await writeNotebook(join(folder, "solved.ipynb"), solvedNotebook);
      const command = ["jupyter", "nbconvert", "--execute", "--to", "html", "solved.ipynb"];
      await runClientWell("JupyterLab", command, folder);
      html = await readFile(join(folder, "solved.html"), "utf8");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);

  it.each(reference.training)("shows the costs and the accuracies of $initialization", (training) => {
    const costs = [...html.matchAll(/Cost after iteration (\d+): (\S+)/g)].map(([, at, cost]) => [at, cost]);
    const first = 15 * ["zeros", "random", "he"].indexOf(training.initialization);
    expect(costs).toHaveLength(45);
    expect(costs[first]).toEqual(["0", String(training.costs[0])]);
    expect(costs[first + 14]?.[0]).toBe("14000");
    // The last one grows out of the rounding of every step before it: figures to six digits are the same everywhere.
    const difference = Number(costs[first + 14]?.[1]) - Number(training.costs[14]);
    const tolerance = training.initialization === "random" ? 5e-3 : 1e-6;
    expect(Math.abs(difference) <= tolerance, String(difference)).toBe(true);
    for (const accuracy of [training.train_accuracy, training.test_accuracy])
      expect(html).toContain(`Accuracy: ${accuracy}\n`);
  });

  it("shows seven pictures, and every check as passed", () => {
    expect(
      html.match(
        /<img[^>]*src="data:image\/[^>]*alt="[^"]{10,}"|<img[^>]*alt="[^"]{10,}"[^>]*src="data:image\//g,
      ),
    ).toHaveLength(7);
    // Each cell of tests runs the public check and a hidden one.
    expect(html.match(/All tests passed\./g)?.length).toBeGreaterThanOrEqual(6);
  });

  it("shows no error, and nothing on stderr", () => {
    // What nbconvert's page calls the outputs of both.
    expect(html).not.toContain('data-mime-type="application/vnd.jupyter.stderr"');
  });
});
