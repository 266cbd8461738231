import { markup } from '../markup.ts';
import type { Section, View } from '../view.ts';

/** What the provider tells in words, as supplied. */
export function narrativesSection({ report }: View): Section {
  const told = report.items.flatMap((item) =>
    item.state === 'produced' && item.value.kind === 'narrative'
      ? [
          markup`<h3>${item.id} ${item.title}</h3>
<p class="told">${item.value.text}</p>
<p class="muted">Source: ${item.value.source}</p>`,
        ]
      : [],
  );
  return {
    anchor: 'narratives',
    title: 'Statements of the provider',
    short: 'Statements',
    body:
      told.length === 0 ? markup`<p>The provider supplied no text for this version.</p>` : markup`${told}`,
  };
}
