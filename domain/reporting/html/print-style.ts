import { customProperties, paper } from './palette.ts';

/** Paper: A4 and Letter alike (no size is set), rows and charts uncut, table heads repeated, pages numbered. */
export function printStyle(isDemonstration: boolean): string {
  return (isDemonstration ? demonstrationHeader : '') + onPaper;
}

/** A page torn from the rest must still say what it is. */
const demonstrationHeader = `
@page { @top-center { content: "Demonstration data: invented accounts, not for filing"; font: 600 8.5pt sans-serif; color: #5c3a00; } }`;

const onPaper = `
@page { margin: 18mm 17mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #55616a; } }
@media print {
  :root { color-scheme: light; ${customProperties(paper)} }
  html { font-size: 10pt; }
  body { line-height: 1.45; }
  main, header.page, footer.page { max-width: none; padding-inline: 0; }
  header.page { padding-top: 0; }
  .demo { position: static; margin: 0 0 5mm; border: 1px solid currentColor; }
  .notice { border: 1px solid var(--line); border-left: 4px solid var(--accent); }
  .figure, .aside, pre { border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
  section { margin-top: 8mm; padding-top: 6mm; }
  h2, h3, caption, figcaption, .legend, p:has(+ figure), p:has(+ .table), p:has(+ pre) { break-after: avoid; }
  th, td { padding-block: .22rem; }
  table, tr, figure, p:has(+ figure), p:has(+ .table), .notice, .figures, .aside, pre, .signing, .facts > * { break-inside: avoid; }
  thead, tbody tr:first-child { break-after: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  p { orphans: 3; widows: 3; }
  footer.page { padding-block: 6mm 0; }
}`;
