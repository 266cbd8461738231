import { countryCodeOf } from '../ofac-countries.ts';
import { attributeOf, textAt, type XmlElement } from '../xml/xml-element.ts';

/** The countries of the file's own reference values, by their number. */
export class ReferenceCountries {
  readonly #codes = new Map<string, string>();

  /** Takes one `referenceValue`; others than countries are left aside. */
  add(value: XmlElement): void {
    const code = textAt(value, 'isoCode');
    if (textAt(value, 'type') !== 'COUNTRY' || !/^[A-Z]{2}$/.test(code)) return;
    this.#codes.set(attributeOf(value, 'refId'), code);
  }

  /** ISO 3166-1 alpha-2 by number, or else by how it is spelt; `null` for a region that is no country's alone. */
  codeOf(refId: string, spelling: string): string | null {
    return this.#codes.get(refId) ?? countryCodeOf(spelling);
  }
}
