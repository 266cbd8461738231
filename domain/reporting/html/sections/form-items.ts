import { evidenceMeanings } from '../../form-f1.ts';
import type { FormItem } from '../../form-item.ts';
import { markup } from '../markup.ts';
import { table } from '../table.ts';
import type { Section, View } from '../view.ts';

/** Every item of the form, produced or not, so that nothing is left out in silence. */
export function formItemsSection({ report }: View): Section {
  const produced = report.items.filter((item) => item.state === 'produced').length;
  const body = markup`<p>${produced} of ${report.items.length} items are produced. The list of items comes from published summaries of the proposal and may be incomplete. Evidence codes say how sure each item is: <b>V</b>, ${evidenceMeanings.V}; <b>M</b>, ${evidenceMeanings.M} (h, m, l: high, medium, low confidence).</p>
${table<FormItem>(
  { caption: 'Items of form F1', narrow: 'rows' },
  [
    { heading: 'Item', cell: (item) => item.id },
    { heading: 'Title', cell: (item) => item.title },
    { heading: 'Evidence', cell: (item) => item.evidence },
    { heading: 'State', cell: (item) => item.status },
  ],
  report.items,
)}`;
  return { anchor: 'items', title: 'All items of the form', short: 'Items', body };
}
