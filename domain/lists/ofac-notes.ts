/**
 * Segments of remarks that are understood and hold nothing to compare a party by: what the sanctions mean, dates of
 * an organisation, contacts, securities, build of a craft, offices held. The forms are those of 2021 to 2025.
 */
const notes: readonly RegExp[] = [
  /^Gender (?:Male|Female)$/,
  /^(?:Additional Sanctions Information|Secondary sanctions risk|CAATSA Section|IFCA Determination|PEESA)\b/i,
  /^Executive Order \d+ (?:information|directive)/i,
  /^(?:Transactions Prohibited For Persons|For more information on directives)\b/i,
  /^(?:Effective|Listing|Purchase\/Sales For Divestment) Date\b/,
  /^Organization (?:Established Date|Type)\b/,
  /^Target Type\b/,
  /^(?:ISIN|Equity Ticker|Issuer Name|Chinese Commercial Code)\b/,
  /^(?:Phone Number|Phone|Telephone|Tel|Fax|Alt\. Fax)\b/i,
  /^Aircraft (?:Model|Manufacture Date|Operator|Mode S Transponder Code|Serial Identification)\b/,
  /^Aircraft (?:Manufacturer's Serial|Construction) Number\b/,
  /^(?:Vessel Year of Build|Other Vessel Type|Other Vessel Flag|Other Vessel Call Sign|Vessel Type|Vessel Call Sign)\b/,
  /^(?:and )?all (?:other )?(?:offices|branches|locations|other offices)\b.*worldwide$/i,
  /^ICTY indictee\b/,
  /^(?:arrested|Date of arrest|deceased|Currently (?:in|incarcerated))\b/i,
  /^(?:ethnicity|Tribe|Ethnic group|Title)\b:?/i,
  /^(?:Member|member)(?: of)? /,
];

/** Offices and ranks, which tell an analyst more than they tell a matcher. */
const offices =
  /^(?:(?:a |an |the |current |former |ex-|acting |deputy |vice[ -]|first |second |assistant |senior |chief |co-|lt\. ?|lieutenant |major |brigadier |colonel |managing |executive |supervisory )*)(?:minister|director|general|colonel|col|captain|commander|chairman|chairwoman|chairperson|president|governor|secretary|head|manager|judge|magistrate|rector|representative|ambassador|prosecutor|advisor|adviser|aide|chief|prime minister|founder|leader|spokesman|employee|official|officer|member)\b/i;
const ownedOffice =
  /\b(?:employee|representative|official|colonel|brigadier general|member|advisor|major general)$/i;

export function isKnownNote(segment: string): boolean {
  return notes.some((note) => note.test(segment)) || offices.test(segment) || ownedOffice.test(segment);
}
