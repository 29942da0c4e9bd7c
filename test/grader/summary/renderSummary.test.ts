import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderSummary } from "../../../src/grader/summary/index.js";
import { type OpenedBrowser, openBrowser } from "../../jupyterlab/openBrowser.js";
import { gradebook, missing, row } from "../statistics/rows.js";

const hostile = `<img src=x onerror="alert(1)">'\u202e\u0007`;
const due = Date.parse("2026-11-30T22:59:00Z");
const exercises = [
  { gradeId: "initialize_parameters_he_test", maxPoints: 10 },
  { gradeId: "a_very_long_name_of_a_cell_that_does_not_fit_on_a_phone_at_all_or_nearly", maxPoints: 5 },
];
const of = { points: [10, 0], verdicts: ["passed", "pending"] as const };
const rows = [
  row("Ana Doe_1234567", {
    ...of,
    name: "Ana Doe",
    score: 10,
    needsPerson: ["Waiting for a person's points: x."],
  }),
  row("ben", {
    ...of,
    points: [4, 5],
    verdicts: ["failed", "passed"],
    score: 9,
    hints: ["Biases start at zero."],
  }),
  row(hostile, {
    ...of,
    folder: "a b#c?~1",
    hints: [hostile],
    verdicts: ["failed", "failed"],
    needsPerson: [`unreadable: ${"x".repeat(300)}`],
  }),
  row("x".repeat(200), {
    ...of,
    lateness: { submittedAt: "2026-12-01T00:00:00.000Z", from: "the roster", lateBySeconds: 3660 },
  }),
  missing("cleo", { name: "Cleo Poe" }),
];
const page = renderSummary(gradebook(rows, exercises), { assignment: `Trees ${hostile}`, due });

describe("renderSummary", () => {
  it("gives the same bytes for the same rows", () => {
    expect(renderSummary(gradebook(rows, exercises), { assignment: `Trees ${hostile}`, due })).toBe(page);
  });

  it("escapes what students and files are called", () => {
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img src=x onerror=");
    expect(page).not.toMatch(/[^\P{C}\n]/u);
    expect(page).toContain('href="a%20b%23c%3F~1/feedback.html"');
  });

  it("needs nothing from elsewhere: all addresses are those of feedback beside it", () => {
    const addresses = [...page.matchAll(/\s(?:href|src|action|data|poster)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((address) => !/^[^/:]+\/feedback\.html$/.test(address ?? ""))).toEqual([]);
    expect(page).not.toMatch(/<script|<link|@import|url\(/);
  });

  it("says of an empty class what can be said", () => {
    const empty = renderSummary(gradebook([]), { assignment: "Trees" });
    expect(empty).toContain("Nothing was said about when submissions were due");
    expect(empty).toContain("Only a roster tells");
    expect(empty).toContain("No points were lost to one.");
  });

  it("sets names in hints as code, and lists who got no hint", () => {
    const rows = [
      row("ana", { ...of, hints: ["There is no variable `layers_dim`."] }),
      row("ben", { ...of, points: [0], verdicts: ["failed"], hints: [] }),
    ];
    const page = renderSummary(gradebook(rows, exercises), { assignment: "Trees" });
    expect(page).toContain("There is no variable <code>layers_dim</code>.");
    expect(page).toMatch(/1 student failed a test that gave no hint:.*ben/s);
  });

  it("stays small with ten thousand students", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      row(`student${at}`, { ...of, hints: ["Biases start at zero."] }),
    );
    expect(renderSummary(gradebook(many, exercises), { assignment: "Trees", due }).length).toBeLessThan(2e6);
  });
});

describe("renderSummary in a browser", () => {
  let opened: OpenedBrowser;
  beforeAll(async () => {
    opened = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
  }, 60_000);

  it.each([1200, 600, 375])(
    "fits a window of %d pixels, light and dark, without scrolling sideways",
    async (width) => {
      const said: string[] = [];
      opened.page.on("console", (message) => said.push(message.text()));
      await opened.page.setViewportSize({ width, height: 900 });
      await opened.page.setContent(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await opened.page.emulateMedia({ colorScheme });
        const wide = await opened.page.evaluate("document.documentElement.scrollWidth");
        expect(wide).toBeLessThanOrEqual(width);
      }
      expect([...said, ...opened.outside, ...opened.exceptions]).toEqual([]);
    },
    60_000,
  );

  it("can be read by ear: headings, tables with headers, links with names", async () => {
    await opened.page.setContent(page);
    const main = await opened.page.locator("main").ariaSnapshot();
    for (const heading of [
      "Scores",
      "Exercises",
      "Most frequent mistakes",
      "What needs a person",
      "Late",
      "Missing",
    ]) {
      expect(main).toContain(`heading "${heading}`);
    }
    expect(main).toContain('link "Ana Doe"');
    expect(main).toContain('rowheader "initialize_parameters_he_test"');
    expect(main).toMatch(/row "10 1 1 waits"/);
    expect(main).toContain("1 h 1 min");
  }, 60_000);
});
