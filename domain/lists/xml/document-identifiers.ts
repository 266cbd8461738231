import type { Identifier, IdentifierKind } from '../list-entry.ts';

/** Identity documents as OFAC's reference values call them. What is not here says too little to compare by. */
const kinds: Readonly<Partial<Record<IdentifierKind, readonly string[]>>> = {
  passport: [
    'Passport',
    'Diplomatic Passport',
    'British National Overseas Passport',
    'Stateless Person Passport',
    'Travel Document Number',
  ],
  nationalId: [
    'National ID No.',
    'Cedula No.',
    'SSN',
    'D.N.I.',
    'N.I.E.',
    'C.U.R.P.',
    'C.U.I.P.',
    'C.U.I.',
    'C.I.N.',
    'Identification Number',
    'Personal ID Card',
    "Citizen's Card Number",
    'National Foreign ID Number',
    'Bosnian Personal ID No.',
    'Kenyan ID No.',
    'Moroccan Personal ID No.',
    'CNP (Personal Numerical Code)',
    'Turkish Identification Number',
    'UAE Identification',
    'Tazkira National ID Card',
    'Numero de Identidad',
    'Stateless Person ID Card',
    'Refugee ID Card',
  ],
  taxId: [
    'Tax ID No.',
    'V.A.T. Number',
    'R.F.C.',
    'RFC',
    'RTN',
    'NIT #',
    'RUC #',
    'RIF #',
    'RSIN',
    'N.I.F.',
    'C.I.F.',
    'C.U.I.T.',
    'US FEIN',
    'Fiscal Code',
    'Italian Fiscal Code',
    'Romanian Tax Registration',
    'Paraguayan tax identification number',
    'Numero Unico de Identificacao Tributaria (NUIT)',
  ],
  registrationNumber: [
    'Registration ID',
    'Registration Number',
    'Public Registration Number',
    'Business Registration Number',
    'Business Registration Document #',
    'Business Number',
    'Company Number',
    'UK Company Number',
    'C.R. No.',
    'Romanian C.R.',
    'Commercial Registry Number',
    'Certificate of Incorporation Number',
    'Registration Certificate Number (Dubai)',
    'Registered Charity No.',
    'Trade License No.',
    'Enterprise Number',
    'Matricula Mercantil No',
    'Chamber of Commerce Number',
    'Istanbul Chamber of Comm. No.',
    'Dubai Chamber of Commerce Membership No.',
    'Unified Social Credit Code (USCC)',
    'United Social Credit Code Certificate (USCCC)',
    'Central Registration System Number',
    'Economic Register Number (CBLS)',
    'Russian State Individual Business Registration Number Pattern (OGRNIP)',
  ],
  mmsi: ['MMSI'],
};

const kindByType: ReadonlyMap<string, IdentifierKind> = new Map(
  Object.entries(kinds).flatMap(([kind, types]) =>
    types.map((type) => [type.toLowerCase(), kind as IdentifierKind] as const),
  ),
);

/** ISO 17442: eighteen letters or digits and two check digits. */
const lei = /^[A-Z0-9]{18}[0-9]{2}$/;

/** `null` where the type says too little, or is new to us. */
export function documentIdentifier(type: string, number: string, country: string | null): Identifier | null {
  if (number === '') return null;
  const [, imo] = /^IMO (\d{7})$/.exec(number) ?? [];
  if (imo !== undefined) return { kind: 'imo', value: imo };
  if (type === 'Legal Entity Number' && lei.test(number)) return { kind: 'lei', value: number };
  const kind = kindByType.get(type.toLowerCase());
  if (kind === undefined) return null;
  return { kind, value: number, ...(country === null ? {} : { country }) };
}
