import { markup } from '../markup.ts';
import type { Section, View } from '../view.ts';

/** The block is empty on purpose: this version of the report cannot be signed. */
export function signatureSection({ report }: View): Section {
  return {
    anchor: 'signature',
    title: 'Signature',
    short: 'Signature',
    body: markup`<p class="aside"><b>Draft, unsigned.</b> Nobody has attested to this report${report.provenance.demonstration ? ', and it must not be filed: its accounts are invented' : ''}. A signed report is a new version of the package with its own manifest.</p>
<div class="signing"><p>Name and title</p><p>Date</p><p>Signature</p><p>Second person who released it</p></div>`,
  };
}
