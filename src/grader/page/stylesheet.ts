/** What the grader's pages look like: light and dark, on a phone, on paper. Colours never tell anything alone. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --sunken: #f3f4f7; --line: #dde1e8;
  --text: #1b1f27; --faint: #596172; --accent: #2856c8;
  --good: #14703a; --good-ground: #e6f5ec; --bad: #b3261e; --bad-ground: #fdecea;
  --wait: #7a4b00; --wait-ground: #fff3db;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12151b; --card: #1a1e26; --sunken: #14181f; --line: #303744;
    --text: #e6e9ef; --faint: #a0a9b9; --accent: #8fb0ff;
    --good: #6fd69a; --good-ground: #14301f; --bad: #ff9d94; --bad-ground: #3a1a18;
    --wait: #f2c162; --wait-ground: #33270e;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 var(--sans); }
`;
