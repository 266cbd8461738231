import type { Party } from '../../identity/party.ts';
import type { CompareNames } from '../compare-names.ts';
import { open, personal, type Discrepancy, type Evidence, type Fact } from '../method-result.ts';
import { documentOutcome } from '../document-outcome.ts';
import { nameFinding, type NameFinding } from '../name-finding.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';
import { compareMrzName } from './compare-mrz-name.ts';
import { expiryDay, mayBeDay } from './mrz-date.ts';
import type { MrzReading } from './mrz-reading.ts';
import { mrzStateOf } from './mrz-states.ts';
import { readMrz } from './read-mrz.ts';

type WellFormed = Exclude<MrzReading, { format: null }>;

const head = { id: 'document-mrz', version: 'mrz-1', category: 'documentary' } as const;

/**
 * The machine-readable zone of a passport, identity card or visa, held against what is stated (VER-01). A right zone
 * proves no issue: nobody has seen the chip, the photo or the paper, and the evidence says so.
 */
export function mrzMethod(likeness: CompareNames): VerificationMethod {
  return {
    ...head,
    check({ party, material: { mrz }, today }) {
      if (mrz === undefined) return notPerformed(head, 'mrzMissing');
      if (party.kind !== 'individual') return notPerformed(head, 'onlyForIndividuals');
      if (party.name === undefined) return notPerformed(head, 'statedNameMissing');
      const reading = readMrz(mrz);
      const faults = [...new Set(reading.faults.map(({ kind, field }) => `mrz.${kind}.${field}`))];
      // What has not the form of a zone was perhaps only read badly; what has it and does not add up is another matter.
      if (reading.format === null) return resultOf(head, 'inconclusive', { reasons: faults });
      const against = [...faults, ...objections(reading, today)];
      const name = findingOfName(party, reading, likeness);
      const doubts = [...doubtsOf(reading), ...name.doubts];
      const discrepancies = [
        ...name.discrepancies,
        ...birthDateDiscrepancy(party, reading.fields.birthDate),
        ...nationalityDiscrepancy(party, reading.fields.nationality),
      ];
      return resultOf(head, documentOutcome(against, doubts, discrepancies), {
        reasons: [...against, ...doubts, ...discrepancies.map(({ code }) => code)],
        facts: [...factsOf(reading, today), ...notCompared(party)],
        discrepancies,
        evidence: [describe(reading)],
      });
    },
  };
}

function objections({ fields, faults }: WellFormed, today: string): string[] {
  const isExpired =
    !faults.some(({ field }) => field === 'expiryDate') && expiryDay(fields.expiryDate, today) < today;
  return [
    ...(mrzStateOf(fields.issuer)?.kind === 'specimen' ? ['specimenDocument'] : []),
    ...(isExpired ? ['documentExpired'] : []),
  ];
}

function findingOfName(party: Party, reading: WellFormed, likeness: CompareNames): NameFinding {
  const { fields, isNameTruncated } = reading;
  const names = [party.name ?? '', ...(party.otherNames ?? [])];
  const verdict = compareMrzName(names, { ...fields, isNameTruncated }, likeness);
  return nameFinding(verdict, party.name, `${fields.surname} ${fields.givenNames}`.trim());
}

/** A visa lets somebody travel; the document that shows who they are is the one it is in. */
function doubtsOf({ format }: WellFormed): string[] {
  return format === 'MRV-A' || format === 'MRV-B' ? ['documentIsVisa'] : [];
}

function birthDateDiscrepancy({ birthDate }: Party, zone: string): Discrepancy[] {
  if (birthDate === undefined || mayBeDay(zone, birthDate)) return [];
  return [
    { code: 'birthDateDiffers', field: 'birthDate', stated: personal(birthDate), found: personal(zone) },
  ];
}

/** A nationality that names no country (stateless, refugee, an organisation) contradicts nothing that is stated. */
function nationalityDiscrepancy({ citizenships = [] }: Party, zone: string): Discrepancy[] {
  const country = mrzStateOf(zone)?.country ?? null;
  if (country === null || citizenships.length === 0) return [];
  if (citizenships.some((stated) => stated.slice(0, 2) === country)) return [];
  const stated = personal(citizenships.join(', ').slice(0, 200));
  return [{ code: 'nationalityDiffers', field: 'citizenships', stated, found: personal(zone) }];
}

/** Nationality `USA` covers nationals who are not citizens: what the zone tells is called nationality, never citizenship. */
function factsOf({ fields, faults }: WellFormed, today: string): Fact[] {
  const isExpiryRead = !faults.some(({ field }) => field === 'expiryDate');
  return [
    { code: 'nationality', value: personal(fields.nationality) },
    { code: 'birthDate', value: personal(fields.birthDate) },
    ...(isExpiryRead
      ? [{ code: 'documentExpires', value: personal(expiryDay(fields.expiryDate, today)) }]
      : []),
  ];
}

/** Said beside a pass as well: a name alone is held by many people. */
function notCompared({ birthDate }: Party): Fact[] {
  return birthDate === undefined ? [{ code: 'notCompared', value: open('birthDate') }] : [];
}

/** What REC-02 wants kept of a document relied on: type, number, place of issue, expiry. */
function describe({ format, fields }: WellFormed): Evidence {
  return {
    kind: 'identityDocument',
    description: [
      { code: 'format', value: open(format) },
      { code: 'documentCode', value: open(fields.documentCode) },
      { code: 'issuer', value: open(fields.issuer) },
      { code: 'number', value: personal(fields.documentNumber) },
      { code: 'expiryAsPrinted', value: personal(fields.expiryDate) },
      { code: 'looked', value: open('machine-readable zone only; neither photo nor chip nor paper') },
    ],
  };
}
