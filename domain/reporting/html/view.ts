import type { CertificationReport } from '../certification-report-schema.ts';
import type { FormItem, ProducedItem } from '../form-item.ts';
import type { NameOfJurisdiction } from './country-names.ts';
import type { Markup } from './markup.ts';

/** What every section of the page is made from. */
export interface View {
  readonly report: CertificationReport;
  readonly nameOf: NameOfJurisdiction;
  /** SHA-256 of `report.json`: printed, it ties a paper copy to the data. */
  readonly reportSha256: string;
}

export interface Section {
  /** Of the heading, for the contents line. */
  readonly anchor: string;
  readonly title: string;
  /** The title in the contents line. */
  readonly short: string;
  readonly body: Markup;
}

type ItemValue = ProducedItem['value'];

export function itemOf(view: View, id: string): FormItem | undefined {
  return view.report.items.find((item) => item.id === id);
}

/** The value of an item when it was produced and is of the kind wanted. */
export function valueOf<K extends ItemValue['kind']>(
  view: View,
  id: string,
  kind: K,
): Extract<ItemValue, { kind: K }> | undefined {
  const item = itemOf(view, id);
  if (item?.state !== 'produced' || item.value.kind !== kind) return undefined;
  return item.value as Extract<ItemValue, { kind: K }>;
}
