/** What only the summary looks like. */
export const styles = `
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1rem 0 .4rem; }
small, .remark, caption { color: var(--faint); font-weight: normal; font-size: .875rem; }
a { color: var(--accent); }
section { padding: 1rem; margin-top: 1rem; }
section > p { margin: .5rem 0 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.6rem, 1fr)); gap: .5rem; }
.figures div { padding: .6rem .8rem; }
.figures dt { color: var(--faint); font-size: .875rem; }
.figures dd { white-space: nowrap; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; font-weight: normal; }
thead th { color: var(--faint); font-size: .875rem; border-bottom: 1px solid var(--line); }
tbody tr + tr > * { border-top: 1px solid var(--line); }
.number, .bars th { font-variant-numeric: tabular-nums; white-space: nowrap; }
.bars tbody tr > * { border: 0; vertical-align: middle; padding-block: .15rem; }
.bars tbody th, .bars .number { width: 1%; }
.bars tbody th { text-align: right; }
.bar { display: block; width: 100%; height: 1rem; background: var(--sunken); border-radius: .2rem; }
.bar .full { fill: var(--accent); }
.bar .some { fill: var(--accent); fill-opacity: .45; }
.bar .waiting { fill: var(--wait); fill-opacity: .45; }
.exercises td:last-child { width: 50%; }
.exercises tbody th { min-width: 15rem; }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; font-size: .875rem; padding-top: .25rem; }
.key { display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap; }
.swatch { width: .7rem; height: .7rem; flex: none; }
.swatch .none { fill: var(--sunken); stroke: var(--faint); }
.students { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; }
.mistakes > li { padding: .4rem 0; }
.mistakes .remark code + code::before { content: ", "; }
summary { cursor: pointer; color: var(--accent); width: fit-content; }
@media (max-width: 36rem) {
  .exercises thead, .late thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .exercises tr, .late tr { display: block; padding: .5rem 0; }
  .exercises tbody tr + tr, .late tbody tr + tr { border-top: 1px solid var(--line); }
  .exercises tbody tr > *:nth-child(n), .late tbody tr > * { display: block; width: auto; min-width: 0; border: 0; padding: .05rem 0; }
}
@media print {
  main { max-width: none; padding: 0; }
  h2, h3, caption { break-after: avoid; }
  tr, .mistakes > li, .figures { break-inside: avoid; }
  a { color: inherit; }
}
`;
