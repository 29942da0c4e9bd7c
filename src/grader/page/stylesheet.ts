/**
 * What the grader's pages look like: light and dark, on a phone, on paper. Colours never tell anything alone. Paper is
 * always light.
 */
export const stylesheet = `
:root {
  color-scheme: light;
  --ground: #f5f6f8; --card: #ffffff; --sunken: #f3f5f8; --line: #dfe3ea;
  --text: #1a1f29; --faint: #566072; --accent: #2450c4;
  --good: #12693a; --good-ground: #e5f5ec; --bad: #b0261d; --bad-ground: #fdeeec;
  --wait: #754800; --wait-ground: #fff4dc; --tip-ground: #eaf0fe;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ground: #101319; --card: #191d25; --sunken: #12161d; --line: #303745;
    --text: #e7eaf0; --faint: #a3acbc; --accent: #92b2ff;
    --good: #74d99d; --good-ground: #13301f; --bad: #ff9f96; --bad-ground: #3b1b18;
    --wait: #f3c469; --wait-ground: #33280f; --tip-ground: #1a2542;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3, p, pre, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
code, pre { font: 0.875rem/1.6 var(--mono); tab-size: 4; font-variant-ligatures: none; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; }
.faint { color: var(--faint); }
.chip {
  display: inline-flex; align-items: center; gap: 0.4em; padding: 0.15em 0.7em 0.15em 0.5em; border-radius: 99px;
  font-size: 0.875rem; font-weight: 600; white-space: nowrap;
}
.icon { width: 1em; height: 1em; flex: none; }
.good { color: var(--good); } .bad { color: var(--bad); } .wait, .part { color: var(--wait); }
.chip.good { background: var(--good-ground); } .chip.bad { background: var(--bad-ground); }
.chip.wait, .chip.part { background: var(--wait-ground); }
@media print {
  body { background: none; font-size: 10.5pt; }
  .chip { border: 1px solid currentColor; background: none !important; }
  .card { border-radius: 6px; }
  @page { margin: 16mm; }
}
`;
