import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handedIn, renderFeedback, verdictWords, wordsFor } from "../../../src/grader/feedback/index.js";
import type { Verdict } from "../../../src/grader/Verdict.js";
import { verdicts } from "../../../src/grader/Verdict.js";
import { type OpenedBrowser, openBrowser } from "../../jupyterlab/openBrowser.js";
import { results, sampleGrade, withEverywhere } from "./sampleGrade.js";

const html = renderFeedback(sampleGrade);
const hostile = `<script>document.title="ran"</script><img src="https://example.org/x" onerror="document.title='ran'">'"></pre></style></title>&lt;\u202e\u0000\u001b[31m\u2028`;

describe("renderFeedback", () => {
  test("renderFeedback gives the same bytes for the same grade", () => {
    expect(renderFeedback(structuredClone(sampleGrade))).toBe(html);
  });

  test("renderFeedback lets no invisible character of a student's through", () => {
    const page = renderFeedback(withEverywhere(sampleGrade, hostile));
    expect(page).not.toMatch(/[^\P{C}\n\t]/u);
    expect(page).toContain("\\u{202e}\\u{0}\\u{1b}[31m");
  });

  test("renderFeedback keeps what text in other languages is written with", () => {
    const page = renderFeedback({ ...sampleGrade, name: "می\u200cخواهم" });
    expect(page).toContain("می\u200cخواهم");
  });

  test("renderFeedback of a submission that nobody could read says so", () => {
    const verdict = "unreadable";
    const unread = results.tests.map(({ grade_id, max_points, visibility }) => {
      return { grade_id, max_points, visibility, verdict, points: 0, message: "It is no notebook." } as const;
    });
    const page = renderFeedback({
      ...sampleGrade,
      verdict,
      tests: unread,
      score: 0,
      results: { ...results, verdict, tests: unread, answers: [], repairs: [], notes: [] },
    });
    expect(page).toContain("could not be read as a notebook");
    expect(page.split("It is no notebook.")).toHaveLength(2);
    expect(page).not.toContain("double_test");
  });

  test("renderFeedback tells of a person's word on all of it", () => {
    const override = {
      student: "ana",
      test: "*",
      points: 40,
      who: "Dr. Moss",
      why: "Handed in on paper.",
      row: 2,
    };
    const page = renderFeedback({ ...sampleGrade, override, score: 40 });
    expect(page).toContain("A person decided over all of it.");
    expect(page).not.toContain("waits for a person");
    expect(page).toContain("Dr. Moss gave 40 points for all of it.");
    expect(page).toContain("Handed in on paper.");
  });

  test.each(verdicts)("verdictWords has words for %s", (verdict: Verdict) => {
    expect(verdictWords[verdict].label).toMatch(/^[A-Z][a-z ]+$/);
    expect(wordsFor({ verdict, points: 0, max_points: 1 })).toBe(verdictWords[verdict]);
  });

  test.each([
    [7260, "2 hours 1 minute late"],
    [86_400, "1 day late"],
    [59, "59 seconds late"],
  ])("handedIn says %d seconds as %s", (lateBySeconds, text) => {
    const submittedAt = "2026-11-30T22:59:00Z";
    expect(handedIn({ submittedAt, from: "the file's time", lateBySeconds })).toContain(`22:59 UTC, ${text}`);
  });

  test("handedIn says nothing where nothing is known but that it was in time", () => {
    expect(handedIn({ from: "a mark", lateBySeconds: 0 })).toBe("");
    expect(handedIn({ from: "a mark" })).toMatch(/^Handed in, late \(from a mark\)/);
  });
});

/** Texts whose colour stands out less than 4.5 to 1 from what is behind them (WCAG 2.2, 1.4.3). */
const faintTexts = `(() => {
  const channel = (value) => { const part = value / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  return [...document.body.querySelectorAll("*")].filter(own).filter((element) => {
    const [one, other] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
  }).map((element) => element.outerHTML.slice(0, 100));
})()`;

/** How far the caret is from the start of the word it points at. */
const caretToWord = `(() => {
  const text = document.querySelector("#test-1 .caret");
  const range = document.createRange();
  range.selectNodeContents(text);
  const last = text.lastChild;
  range.setStart(last, last.length - 1);
  return range.getBoundingClientRect().left - document.querySelector("#test-1 mark").getBoundingClientRect().left;
})()`;

describe("renderFeedback in a browser", () => {
  let opened: OpenedBrowser;
  const said: string[] = [];
  beforeAll(async () => {
    opened = await openBrowser();
    opened.page.on("console", (message) => said.push(message.text()));
  }, 60_000);
  afterAll(() => opened?.close(), 60_000);
  const evaluate = (script: string): Promise<unknown> => opened.page.evaluate(script);

  test.each([1200, 375])(
    "fits a window of %d pixels, in colours that can be read",
    async (width) => {
      await opened.page.setViewportSize({ width, height: 900 });
      await opened.page.setContent(html);
      for (const colorScheme of ["light", "dark"] as const) {
        await opened.page.emulateMedia({ colorScheme });
        expect(await evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(await evaluate(faintTexts)).toEqual([]);
      }
      expect([...said, ...opened.outside, ...opened.exceptions]).toEqual([]);
    },
    60_000,
  );

  test("runs nothing and loads nothing, whatever stands in a grade", async () => {
    await opened.page.setContent(renderFeedback(withEverywhere(sampleGrade, hostile)));
    const foreign = "script, img, link, iframe, object, embed, form, input, base, [style], [onerror]";
    expect(await evaluate(`document.querySelectorAll(${JSON.stringify(foreign)}).length`)).toBe(0);
    expect(await evaluate("document.querySelectorAll('style').length")).toBe(1);
    expect(await opened.page.title()).toContain('<script>document.title="ran"</script>');
    expect(await opened.page.locator("h1").innerText()).toContain("<img src=");
    expect([...opened.outside, ...opened.exceptions]).toEqual([]);
  }, 60_000);

  test("would run nothing and load nothing if markup came through", async () => {
    const markup = `<script>document.title = "ran"</script><img src="https://example.org/x" onerror="document.title = 'ran'"><style>body { color: red }</style><p style="color: red">`;
    await opened.page.setContent(html.replace("<main>", `<main>${markup}`));
    expect(await evaluate("document.querySelectorAll('main > script, main > img').length")).toBe(2);
    expect(await opened.page.title()).not.toBe("ran");
    expect(await evaluate("getComputedStyle(document.body).color")).not.toBe("rgb(255, 0, 0)");
    expect(opened.outside).toEqual([]);
    said.length = 0;
  }, 60_000);

  test("can be read by ear: headings, links to the tests, words for every colour", async () => {
    await opened.page.setContent(html);
    const spoken = await opened.page.locator("body").ariaSnapshot();
    for (const part of [
      'heading "Trees" [level=1]',
      'heading "double" [level=2]',
      'heading "The result for 3" [level=3]',
      'navigation "Tests"',
      'link "double"',
      'region "Your code: double"',
      "main",
      "contentinfo",
      'complementary "Hint"',
    ])
      expect(spoken).toContain(part);
    for (const { label } of Object.values(verdictWords).slice(0, 2)) expect(spoken).toContain(label);
    expect(spoken).toContain("Partly right");
    expect(spoken).toContain("Look here, line 2");
  }, 60_000);

  test("tells what was called, seen and expected, where it went wrong, and who decided", async () => {
    await opened.page.setViewportSize({ width: 1200, height: 900 });
    await opened.page.setContent(html);
    const text = await opened.page.locator("#test-1").innerText();
    for (const part of [
      "double(2)",
      "called 2 times",
      "3 more calls are left out",
      "Yours\nnothing",
      "Expected\nsix",
      "Not as expected either: the result for 4",
      "There is no variable twice.",
      "Cannot find name 'twice'.",
      "Type in cell 9, line 1: ';' expected.",
    ])
      expect(text).toContain(part);
    expect(Math.abs(Number(await evaluate(caretToWord)))).toBeLessThan(2);
    expect(await opened.page.locator("#test-3").innerText()).toMatch(
      /Dr\. Moss gave 7\.5 points\. The idea is right\.\s+The grader had found: partly right, 2\.5 points\./,
    );
    expect(await opened.page.locator("#test-5").innerText()).toContain("Because it is so.");
    expect(await opened.page.locator("header").first().innerText()).toMatch(/17\.5\s+of 50 points/);
  }, 60_000);

  test("shows on paper what has to be opened on a screen, and dark on light", async () => {
    await opened.page.emulateMedia({ media: "print", colorScheme: "dark" });
    await opened.page.setContent(html);
    const calls = await opened.page.locator("#test-2 .calls").boundingBox();
    expect(calls!.height).toBeGreaterThan(10);
    expect(await evaluate("getComputedStyle(document.body).color")).toBe("rgb(26, 31, 41)");
    await opened.page.emulateMedia({ media: null });
  }, 60_000);
});
