export interface AddressPart {
  /** As OFAC calls it: `ADDRESS1`, `CITY`, … */
  readonly type: string;
  readonly value: string;
}

/** The order in which OFAC's CSV files write an address; a part of another type comes last. */
const order = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'CITY', 'STATE/PROVINCE', 'POSTAL CODE'];

/** One line, spelt as in OFAC's CSV files, so that one address is the same text in every format; '' for no parts. */
export function addressLine(parts: readonly AddressPart[], country: string): string {
  const rank = ({ type }: AddressPart) => (order.includes(type) ? order.indexOf(type) : order.length);
  const line = parts
    .filter(({ value }) => value !== '')
    .toSorted((left, right) => rank(left) - rank(right))
    .reduce(withPart, '');
  return withPart(line, { type: 'COUNTRY', value: country });
}

/** A postal code follows the city or the state without a comma. */
function withPart(line: string, { type, value }: AddressPart): string {
  if (value === '') return line;
  const text = type === 'REGION' ? `Region: ${value}` : value;
  if (line === '') return text;
  return `${line}${type === 'POSTAL CODE' ? ' ' : ', '}${text}`;
}
