/** One party of the Consolidated Screening List, from either of its two forms. Lists hold no empty texts. */
export interface ConsolidatedRow {
  readonly row: number;
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly alternativeNames: readonly string[];
  readonly addresses: readonly { readonly text: string; readonly country: string }[];
  readonly programmes: readonly string[];
  readonly birthDates: readonly string[];
  /** Codes of nationalities and citizenships. */
  readonly countries: readonly string[];
  readonly birthPlaces: readonly string[];
  readonly ids: readonly { readonly kind: string; readonly value: string; readonly country: string }[];
  /** Named texts that have no field of their own: notice, licence policy, start and end of the listing, remarks. */
  readonly texts: readonly string[];
}

/** The columns whose text is kept, under the words it is kept with. */
export const keptTexts = {
  federal_register_notice: 'Federal Register notice',
  start_date: 'Start',
  end_date: 'End',
  standard_order: 'Standard order',
  license_requirement: 'Licence requirement',
  license_policy: 'Licence policy',
  remarks: 'Remarks',
} as const;

export function textsFrom(value: (column: keyof typeof keptTexts) => string): string[] {
  return (Object.keys(keptTexts) as (keyof typeof keptTexts)[]).flatMap((column) => {
    const text = value(column).trim();
    return text === '' ? [] : [`${keptTexts[column]}: ${text}`];
  });
}
