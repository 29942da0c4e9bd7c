import { expect, test } from "vitest";
import { solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { checkNotebook } from "./support/checkNotebook.js";
import { withXavier } from "./support/xavier.js";

test("check proves an assignment with a fourth exercise, written in the notebook alone", {
  timeout: 300_000,
}, async () => {
  const { status, report } = await checkNotebook(withXavier(solvedNotebook));
  expect(report.findings).toEqual([]);
  expect(status).toBe(0);
  expect(report.steps.find(({ step }) => step === "solution")?.looked_at).toBe(4);
});
