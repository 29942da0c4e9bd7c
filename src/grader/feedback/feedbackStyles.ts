/** What only feedback needs, beside the stylesheet of all pages. */
export const feedbackStyles = `
.page { max-width: 54rem; margin: 0 auto; padding: 2rem 1rem 3rem; display: grid; gap: 1.25rem; }
main { display: grid; gap: 1.25rem; min-width: 0; }
.card { padding: 1.5rem; min-width: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.overview { display: grid; gap: 1.25rem; padding: 2rem; }
.top { display: flex; justify-content: space-between; align-items: center; gap: 1.5rem; }
.kicker { color: var(--accent); font-weight: 600; font-size: 0.875rem; }
h1 { font-size: 2rem; letter-spacing: -0.02em; margin: 0.1rem 0 0.35rem; }
.who { font-size: 1.125rem; }
.lead { font-size: 1.125rem; }
.ring { position: relative; width: 8.5rem; height: 8.5rem; flex: none; }
.ring svg { width: 100%; height: 100%; display: block; }
.ring circle { fill: none; stroke-width: 7; }
.ring .rest { stroke: var(--line); }
.ring .done { stroke: var(--good); stroke-linecap: round; }
.score { position: absolute; inset: 0; display: grid; place-content: center; text-align: center; line-height: 1.15; }
.score strong { font-size: 2.25rem; letter-spacing: -0.03em; font-variant-numeric: tabular-nums; }
.score > span { font-size: 0.8125rem; color: var(--faint); }
.list { border-top: 1px solid var(--line); }
.list li {
  display: grid; grid-template-columns: 1fr auto 5rem; gap: 1rem; align-items: center; padding: 0.7rem 0;
  border-bottom: 1px solid var(--line);
}
.list li:last-child { border-bottom: 0; padding-bottom: 0; }
.list a { display: flex; gap: 0.6rem; align-items: center; color: inherit; text-decoration: none; }
.list a:hover .name { text-decoration: underline; }
.list .icon { font-size: 1.1rem; }
.list .label { color: var(--faint); font-size: 0.9375rem; }
.points { font-variant-numeric: tabular-nums; white-space: nowrap; }
.list .points { text-align: right; }

.test { display: grid; gap: 1rem; }
.test > * { min-width: 0; }
.test > header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5rem 1.5rem; }
.test > header + * { margin-top: 0; }
h2 { font-size: 1.1875rem; letter-spacing: -0.01em; }
h2 .name { font-size: 1.0625rem; }
h3 { font-size: 1rem; }
.name { font-weight: 600; overflow-wrap: normal; }
.outcome { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 1rem; }
.message { white-space: pre-wrap; }
.callout { border-left: 4px solid var(--accent); background: var(--tip-ground); border-radius: 0 10px 10px 0; padding: 0.8rem 1rem; }
.callout.person { border-color: var(--wait); background: var(--wait-ground); }
.tip strong { margin-right: 0.35em; color: var(--accent); }

.comparison { display: grid; gap: 0.6rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
.side { border: 1px solid var(--line); border-radius: 10px; overflow: hidden; min-width: 0; }
.side dt { font-size: 0.8125rem; font-weight: 600; padding: 0.35rem 0.9rem; }
.side pre { padding: 0.7rem 0.9rem; overflow-x: auto; background: var(--sunken); height: 100%; }
.seen dt { color: var(--bad); background: var(--bad-ground); }
.expected dt { color: var(--good); background: var(--good-ground); }

.more > summary { cursor: pointer; font-weight: 600; padding: 0.25rem 0; width: fit-content; }
.more > summary::marker { color: var(--faint); }
.more > :not(summary) { margin-top: 0.6rem; }
.calls { border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.calls li { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.3rem 1.25rem; padding: 0.7rem 0.9rem; }
.calls li + li { border-top: 1px solid var(--line); }
.call { line-height: 1.4rem; }
.call span { display: block; font-size: 0.8125rem; }
.result pre { overflow: auto; max-height: 10rem; }
.threw pre { white-space: pre-wrap; }
.result strong { font-size: 0.8125rem; }

.code { border: 1px solid var(--line); border-radius: 10px; background: var(--sunken); overflow-x: auto; container-type: inline-size; }
.lines { width: max-content; min-width: 100%; padding: 0.6rem 0; }
.lines li { display: grid; grid-template-columns: 3.25rem 1fr; }
.lines code { white-space: pre; padding-right: 1rem; line-height: 1.55; }
.number {
  grid-column: 1; position: sticky; left: 0; background: var(--sunken); color: var(--faint); text-align: right;
  padding-right: 1rem; font: 0.8125rem/1.67 var(--mono); user-select: none;
}
.lines .marked > code:not(.caret) { background: var(--bad-ground); }
.marked .number { background: var(--bad-ground); color: var(--bad); font-weight: 700; box-shadow: inset 3px 0 var(--bad); }
mark { background: none; color: inherit; font-weight: 700; text-decoration: underline wavy var(--bad) 1.5px; text-underline-offset: 0.25em; }
.caret { grid-column: 2; color: var(--bad); font-weight: 700; line-height: 1; margin-top: 0.1rem; }
.remark {
  grid-column: 2; position: sticky; left: 3.25rem; width: calc(100cqw - 4.25rem); padding: 0 0 0.5rem;
  font-size: 0.9375rem; line-height: 1.45; overflow-wrap: anywhere;
}
.remark strong { color: var(--bad); margin-right: 0.35em; }
.cut { padding: 0 1rem 0.6rem 3.25rem; }
.written {
  white-space: pre-wrap; border: 1px solid var(--line); border-radius: 10px; padding: 0.9rem 1rem; background: var(--sunken);
}

.sentences { display: grid; gap: 0.6rem; }
.sentences ul { display: grid; gap: 0.4rem; padding-left: 1.2rem; list-style: disc; }
footer { font-size: 0.875rem; padding: 0.5rem 0.25rem; display: grid; gap: 0.15rem; }

@media (max-width: 40rem) {
  .page { padding: 0.75rem 0.75rem 2rem; gap: 0.75rem; }
  main { gap: 0.75rem; }
  .card, .overview { padding: 1.1rem; }
  h1 { font-size: 1.5rem; }
  .lead, .who { font-size: 1rem; }
  .ring { width: 6rem; height: 6rem; }
  .score strong { font-size: 1.625rem; }
  .score .shown { position: absolute; clip-path: inset(50%); }
  .list li { grid-template-columns: 1fr auto; gap: 0.1rem 0.75rem; }
  .list .label { grid-row: 2; padding-left: 1.7rem; font-size: 0.875rem; }
  .sides, .calls li { grid-template-columns: minmax(0, 1fr); }
  .lines li { grid-template-columns: 2.5rem 1fr; }
  .number { padding-right: 0.6rem; }
  .lines { width: auto; }
  .lines code { white-space: pre-wrap; }
  .caret { display: none; }
  .remark { left: 2.5rem; width: auto; padding-right: 0.75rem; padding-top: 0.3rem; }
}
@media print {
  .page { max-width: none; padding: 0; gap: 4mm; }
  main { gap: 4mm; }
  .card, .overview { padding: 4mm; }
  .test > header, .callout, .comparison, .lines li, .calls li, .list li { break-inside: avoid; }
  h2, summary { break-after: avoid; }
  .code { overflow: visible; container-type: normal; }
  .lines { width: auto; }
  .lines code { white-space: pre-wrap; }
  .caret { display: none; }
  .remark, .number { position: static; width: auto; }
  .marked .number::after { content: " ◀"; }
  .side pre, .result pre { overflow: visible; max-height: none; white-space: pre-wrap; }
  .more > summary { list-style: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
