import type { ListReference, PolicyReference } from '../../report-basis.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { table } from '../table.ts';
import type { Section, View } from '../view.ts';
import { grouped, instant, longDate } from '../wording.ts';

/** What the figures were made from and with. */
export function sourcesSection({ report, reportSha256 }: View): Section {
  const made = report.reproducibility;
  return {
    anchor: 'sources',
    title: 'Sources and versions',
    short: 'Sources',
    body: markup`<dl class="facts">
<dt>As-of instant</dt><dd>${instant(report.asOf)}</dd>
<dt>Rows read</dt><dd>${grouped(made.rows.count)} accounts, refused ones too</dd>
<dt>Row digest</dt><dd>${digest(made.rows.sha256)}</dd>
<dt>How it is made</dt><dd>${made.rows.method}</dd>
<dt>Query version</dt><dd>${made.queryVersion}</dd>
<dt>Code version</dt><dd><code>${made.codeVersion}</code></dd>
<dt>List digest</dt><dd>${digest(made.listDigest)}</dd>
<dt>Audit log</dt><dd>${grouped(made.auditLog.size)} entries at the as-of instant</dd>
<dt>Audit log root</dt><dd>${digest(made.auditLog.root)}</dd>
<dt>report.json</dt><dd>${digest(reportSha256)}</dd>
</dl>
${policies(made.policies)}
${lists(made.lists)}
<h3>Sources on the legal status</h3>
<ul>${report.legal.sources.map((source) => markup`<li>${source}</li>`)}</ul>
<h3>Provenance of the data</h3>
<p>${report.provenance.note || 'No note was given.'}</p>`,
  };
}

function policies(used: readonly PolicyReference[]): Markup {
  return table<PolicyReference>(
    { caption: 'Policy packs in use', narrow: 'rows' },
    [
      { heading: 'Policy', cell: (policy) => policy.id },
      { heading: 'Version', cell: (policy) => whole(policy.version) },
      { heading: 'Status of the law', cell: (policy) => policy.status },
      { heading: 'Citation', cell: (policy) => policy.citation },
    ],
    used,
  );
}

function lists(used: readonly ListReference[]): Markup {
  if (used.length === 0) return markup`<p>No list files were named.</p>`;
  return table<ListReference>(
    { caption: 'Lists in use', narrow: 'rows' },
    [
      { heading: 'List', cell: (list) => list.name },
      {
        heading: 'Published',
        cell: ({ publishedOn }) => whole(publishedOn === null ? 'not stated' : longDate(publishedOn)),
      },
      { heading: 'SHA-256', cell: (list) => digest(list.sha256) },
    ],
    used,
  );
}

function digest(sha256: string): Markup {
  return markup`<span class="digest">${sha256}</span>`;
}

function whole(text: string): Markup {
  return markup`<span class="whole">${text}</span>`;
}
