import { customProperties, dark, light } from './palette.ts';
import { printStyle } from './print-style.ts';

/** Everything the page looks like. No font, picture or script is fetched from anywhere. */
export function style(isDemonstration: boolean): string {
  return [colours, text, blocks, charts, tables, narrow, printStyle(isDemonstration)].join('\n');
}

const colours = `
:root { color-scheme: light dark; ${customProperties(light)} }
@media (prefers-color-scheme: dark) { :root { ${customProperties(dark)} } }`;

const text = `
*, *::before { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main, header.page, footer.page { max-width: 54rem; margin: 0 auto; padding: 0 1.5rem; }
h1, h2, .figure b { font-family: ui-serif, Georgia, "Liberation Serif", serif; font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.1rem; margin: .3rem 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.45rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
p { margin: 0 0 .9rem; max-width: 42rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
code, .digest { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; overflow-wrap: anywhere; }
.muted, .code { color: var(--muted); }
.code { font-size: .85em; }
.code, .whole { white-space: nowrap; }
.kicker { color: var(--muted); font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; margin: 0; }`;

const blocks = `
header.page { padding-top: 2.5rem; }
section { padding: 2rem 0 0; margin: 2rem 0 0; border-top: 1px solid var(--line); }
nav + section { border-top: 0; margin-top: 0; }
.demo { position: sticky; top: 0; z-index: 1; margin: 0; max-width: none; padding: .5rem 1.5rem; text-align: center;
  background: var(--demoFill); color: var(--demoInk); border-bottom: 1px solid currentColor; font-size: .9rem; }
.notice { background: var(--noticeFill); color: var(--noticeInk); border-left: 4px solid var(--accent);
  padding: 1rem 1.25rem; margin: 1.5rem 0; border-radius: 0 6px 6px 0; }
.notice h2 { font-family: inherit; font-size: 1.05rem; margin: 0 0 .35rem; }
.notice p { max-width: none; margin: 0 0 .5rem; }
.notice p:last-child { margin: 0; font-size: .9rem; }
.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.figure { background: var(--panel); border-radius: 8px; padding: 1rem 1.15rem; }
.figure b { display: block; font-size: 2.3rem; font-variant-numeric: tabular-nums; line-height: 1.1; }
.figure a { font-weight: 600; text-decoration: none; }
.figure a:hover { text-decoration: underline; }
.figure small { display: block; color: var(--muted); font-size: .85rem; line-height: 1.4; margin-top: .3rem; }
.contents ol { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; padding: 0; margin: 0; list-style: none; font-size: .92rem; }
.contents { border-block: 1px solid var(--line); padding: .7rem 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.5rem; margin: 0 0 1rem; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.told { white-space: pre-line; }
.aside { max-width: none; background: var(--panel); border-radius: 8px; padding: .9rem 1.15rem; }
pre { background: var(--panel); border-radius: 8px; padding: .8rem 1rem; margin: 0 0 .9rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.signing { display: grid; grid-template-columns: repeat(2, 1fr); gap: 2.2rem 2rem; margin: 1.75rem 0 0; }
.signing p { border-bottom: 1px solid var(--muted); margin: 0; padding: 0 0 .2rem; min-height: 3rem; color: var(--muted); font-size: .85rem; }
footer.page { padding-block: 2.5rem; color: var(--muted); font-size: .85rem; }`;

const charts = `
.definitions { position: absolute; }
figure { margin: 1.25rem 0 1.75rem; }
figcaption { font-weight: 600; margin: 0 0 .5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 .6rem; font-size: .88rem; color: var(--muted); }
.key { display: inline-flex; align-items: center; gap: .4rem; }
.bars { display: grid; grid-template-columns: fit-content(38%) 1fr max-content; gap: .42rem .8rem; align-items: center;
  font-size: .92rem; line-height: 1.25; }
.bars .count { text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: block; min-width: 0; overflow: visible; }
rect.first { fill: var(--first); } rect.second { fill: var(--second); } pattern .ground { fill: var(--third); }
rect.third { fill: url(#hatch); } pattern .gap { fill: var(--page); }
.bar rect { stroke: var(--page); stroke-width: 1; }`;

const tables = `
.table { margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .42rem .9rem .42rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
tbody th { font-weight: 400; }
table.rows tbody th { font-weight: 600; min-width: 4rem; }
thead th { color: var(--muted); font-weight: 600; font-size: .82rem; vertical-align: bottom; border-bottom-color: var(--muted); }
tfoot th, tfoot td { font-weight: 600; border-top: 1px solid var(--muted); border-bottom: 0; }
.zero { color: var(--muted); }
.pairs { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 3rem; align-items: start; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th.number { width: 6.5rem; }`;

const narrow = `
@media screen and (max-width: 40rem) {
  main, header.page, footer.page { padding-inline: 1rem; }
  header.page { padding-top: 1.5rem; }
  h1 { font-size: 1.6rem; }
  thead th.number { width: auto; white-space: normal; }
  .figures, .signing, .pairs { grid-template-columns: 1fr; }
  .signing { gap: 1rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 .7rem; }
  .table { overflow-x: auto; }
  table { font-size: .88rem; }
  th, td { padding-right: .6rem; }
  table.rows thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  table.rows, table.rows caption, table.rows tbody, table.rows tr, table.rows th, table.rows td { display: block; }
  table.rows tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
  table.rows th, table.rows td { border: 0; padding: .1rem 0; text-align: left; }
  table.rows td::before { content: attr(data-heading) ": "; color: var(--muted); }
}`;
