import { markup, nothing } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { View } from '../view.ts';
import { instant, longDate } from '../wording.ts';
import { keyFigures } from './key-figures.ts';

/** What this is, for whom, and the two things a reader must not miss: whose data, and that no law asks for it. */
export function opening(view: View): Markup {
  const { report } = view;
  return markup`${demonstrationBanner(view)}
<header class="page">
<p class="kicker">Form ${report.form} · Draft, unsigned</p>
<h1>Initial certification of the customer identification program</h1>
<dl class="facts">
<dt>Provider</dt><dd>${report.provider.name} <span class="code">${report.provider.id}</span></dd>
<dt>Figures as of</dt><dd>${instant(report.asOf)}</dd>
<dt>Prepared</dt><dd>${instant(report.preparedAt)}</dd>
</dl>
${legalNotice(view)}
${keyFigures(view)}
</header>`;
}

function demonstrationBanner({ report }: View): Markup {
  if (!report.provenance.demonstration) return nothing;
  return markup`<p class="demo" role="note"><strong>Demonstration data.</strong> The accounts in this report are invented. Not for filing.</p>`;
}

function legalNotice({ report: { legal } }: View): Markup {
  const state = legal.status === 'withdrawn' ? 'a withdrawn proposal' : 'a proposal';
  return markup`<aside class="notice" aria-labelledby="legal-status">
<h2 id="legal-status">Legal status: ${state}, not in force</h2>
<p>${legal.statement}</p>
<p>${legal.citation}. Status “${legal.status}” held with ${legal.confidence} confidence; last checked on ${longDate(legal.checkedOn)}.</p>
</aside>`;
}
