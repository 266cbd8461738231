import type { IdentifierKind } from './list-entry.ts';

/** What OFAC calls a number, by what it is to us. The labels are those of its publications of 2021 to 2025. */
const labels: Readonly<Partial<Record<IdentifierKind, string>>> = {
  passport: `
    Passport | Diplomatic Passport | Stateless Person Passport | British National Overseas Passport | Passport Booklet |
    Passport Booklet: | Service Passport | Official Passport`,
  nationalId: `
    National ID No. | Identification Number | Cedula No. | C.U.R.P. | C.U.R.P. # | D.N.I. | Electoral Registry No. |
    Driver's License No. | Birth Certificate Number | Personal ID Card | National Foreign ID Number | Residency Number |
    Turkish Identification Number | Citizen's Card Number | Kenyan ID No. | Travel Document Number | LE Number |
    Tazkira National ID Card | Refugee ID Card | Moroccan Personal ID No. | Bosnian Personal ID No. | SSN | I.F.E. |
    Stateless Person ID Card | Military Registration Number | Credencial electoral | C.U.I. | C.U.I.P. | Identification Card |
    Cartilla de Servicio Militar Nacional | Numero de Identidad | VisaNumberID | Cedula de Residencia | NIE | Voter ID No.`,
  taxId: `
    Tax ID No. | R.F.C. | R.F.C. # | RFC | NIT # | RUC # | RIF # | V.A.T. Number | Italian Fiscal Code |
    Italian Fiscal Code: | Fiscal Code | US FEIN | C.U.I.T. | RTN | C.I.F. | C.N.P.J. | CNPJ | N.I.E. |
    Numero Unico de Identificacao Tributaria (NUIT) | Paraguayan tax identification number | Tax ID No.:`,
  registrationNumber: `
    Registration Number | Registration ID | Business Registration Number | Business Registration Document # |
    Commercial Registry Number | Company Number | UK Company Number | Unified Social Credit Code (USCC) |
    United Social Credit Code Certificate (USCCC) | Folio Mercantil No. | Matricula Mercantil No | C.R. No. |
    Romanian C.R. | Government Gazette Number | Chamber of Commerce Number | Trade License No. | License |
    Economic Register Number (CBLS) | D-U-N-S Number | Business Number | Enterprise Number |
    Public Registration Number | Central Registration System Number | Istanbul Chamber of Comm. No. |
    Registered Charity No. | Branch Unit Number | Dubai Chamber of Commerce Membership No. |
    Certificate of Incorporation Number | Legal Entity Number | File Number | MSB Registration Number |
    Registration Certificate Number (Dubai) | Organization Code | Aircraft Tail Number |
    Previous Aircraft Tail Number | BIK (RU) | Tourism License No. | SRE Permit No. | Permit Number |
    Afghan Money Service Provider License Number | Pilot License Number`,
  imo: `
    Vessel Registration Identification IMO | Vessel Registration Identification | Identification Number IMO |
    Company Number IMO | International Maritime Organization No.`,
  mmsi: 'MMSI',
  swift: 'SWIFT/BIC',
};

const kindByLabel: ReadonlyMap<string, IdentifierKind> = new Map(
  Object.entries(labels).flatMap(([kind, text]) =>
    text.split('|').map((label) => [label.trim(), kind as IdentifierKind] as const),
  ),
);

const escaped = (label: string): string => label.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
// The longest first: `Passport Booklet` before `Passport`.
const alternatives = [...kindByLabel.keys()].sort((one, other) => other.length - one.length).map(escaped);
const labelled = new RegExp(`^(${alternatives.join('|')}) (?:# )?(.+)$`, 's');

/** The kind that OFAC's label stands for, in CSV and XML alike; `null` for a label we compare nothing by. */
export function identifierKindOf(label: string): IdentifierKind | null {
  return kindByLabel.get(label.trim()) ?? null;
}

/** Parts `Tax ID No. 100036386 (Serbia)` into the kind and what follows the label. */
export function partLabel(segment: string): { readonly kind: IdentifierKind; readonly rest: string } | null {
  const [, label = '', rest] = labelled.exec(segment) ?? [];
  const kind = kindByLabel.get(label);
  return kind === undefined || rest === undefined ? null : { kind, rest };
}
