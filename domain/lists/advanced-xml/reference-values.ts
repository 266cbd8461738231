import { countryCodeOf } from '../ofac-countries.ts';
import { isoScriptOf } from '../xml/iso-scripts.ts';
import { attributeOf, type XmlElement } from '../xml/xml-element.ts';

/**
 * What the numbers of an Advanced XML stand for. The file opens with sets such as `AliasTypeValues`, whose values
 * (`AliasType`) the rest refers to by their ID.
 */
export class ReferenceValues {
  readonly #values = new Map<string, XmlElement>();

  /** Takes one whole set. */
  add(set: XmlElement): void {
    for (const value of set.children) this.#values.set(`${value.name} ${attributeOf(value, 'ID')}`, value);
  }

  /** The text of a value; `null` where the file does not define it. */
  textOf(name: string, id: string): string | null {
    return this.#values.get(`${name} ${id}`)?.text ?? null;
  }

  /** As `textOf`, but names what the file does not define by its number; '' for no number. */
  labelOf(name: string, id: string): string {
    if (id === '') return '';
    return this.textOf(name, id) ?? `${name} ${id}`;
  }

  /** ISO 3166-1 alpha-2; `null` for a region that is no country's alone, or for an unknown number. */
  countryOf(id: string): string | null {
    const country = this.#values.get(`Country ${id}`);
    const code = attributeOf(country, 'ISO2');
    return /^[A-Z]{2}$/.test(code) ? code : countryCodeOf(country?.text ?? '');
  }

  /** ISO 15924 letters; the number itself is ISO 15924's. */
  scriptOf(id: string): string | null {
    const script = this.#values.get(`Script ${id}`);
    return (
      isoScriptOf(script?.text ?? '') ?? isoScriptOf(attributeOf(script, 'ScriptCode')) ?? isoScriptOf(id)
    );
  }

  /** `Individual` or `Entity` by the party's type; `Vessel` or `Aircraft` by its subtype, which others lack. */
  kindOfParty(subtypeId: string): string {
    const subtype = this.#values.get(`PartySubType ${subtypeId}`);
    const isNamed = subtype !== undefined && !/^(?:unknown)?$/i.test(subtype.text);
    return isNamed ? subtype.text : this.labelOf('PartyType', attributeOf(subtype, 'PartyTypeID'));
  }
}
