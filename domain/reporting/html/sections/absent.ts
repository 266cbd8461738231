import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { itemOf } from '../view.ts';
import type { View } from '../view.ts';

/** Says why an item is not there. */
export function absent(view: View, id: string): Markup {
  return markup`<p>${itemOf(view, id)?.status ?? 'Not produced: the report has no such item.'}</p>`;
}
