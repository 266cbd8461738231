import { hatching } from './bar-chart.ts';
import { Markup, markup } from './markup.ts';
import { style } from './style.ts';
import type { Section } from './view.ts';

/** The browser is told to fetch nothing and run nothing, whatever got into the page. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface Page {
  readonly title: string;
  readonly isDemonstration: boolean;
  readonly opening: Markup;
  readonly sections: readonly Section[];
  readonly closing: Markup;
}

/** One self-contained file. */
export function page({ title, isDemonstration, opening, sections, closing }: Page): string {
  const links = sections.map((section) => markup`<li><a href="#${section.anchor}">${section.short}</a></li>`);
  const written = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style(isDemonstration))}
</style>
</head>
<body>
${hatching}
${opening}
<main>
<nav class="contents" aria-label="Contents"><ol>
${links}
</ol></nav>
${sections.map(sectionElement)}
</main>
<footer class="page">${closing}</footer>
</body>
</html>
`;
  return written.toString();
}

function sectionElement({ anchor, title, body }: Section): Markup {
  return markup`<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${title}</h2>
${body}
</section>`;
}
