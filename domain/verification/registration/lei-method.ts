import type { Party } from '../../identity/party.ts';
import { isSamePlace } from '../../identity/same-place.ts';
import type { CompareNames, NameVerdict } from '../compare-names.ts';
import { daysBetween } from '../day-count.ts';
import { documentOutcome } from '../document-outcome.ts';
import { nameFinding } from '../name-finding.ts';
import { open, type Discrepancy, type Evidence, type Fact } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';
import type { LeiEntity, LeiExtract } from './lei-extract.ts';
import { leiJurisdictions } from './lei-extract.ts';
import { leiFault } from './lei.ts';

const head = { id: 'lei-record', version: 'lei-1', category: 'documentary' } as const;

/** What a status of GLEIF's registration means: `stale` was right once, `void` stands for nobody any more. */
const standings: Readonly<Record<string, 'current' | 'stale' | 'void'>> = {
  ISSUED: 'current',
  PENDING_TRANSFER: 'current',
  PENDING_ARCHIVAL: 'current',
  LAPSED: 'stale',
  RETIRED: 'void',
  MERGED: 'void',
  ANNULLED: 'void',
  CANCELLED: 'void',
  DUPLICATE: 'void',
};

/** @param extractAtMostDays how old GLEIF's publication may be; the provider's policy */
export function leiMethod(likeness: CompareNames, extractAtMostDays: number): VerificationMethod {
  return {
    ...head,
    check({ party, material: { lei }, today }) {
      if (lei === undefined) return notPerformed(head, 'leiMissing');
      if (party.kind !== 'entity') return notPerformed(head, 'onlyForEntities');
      if (party.name === undefined) return notPerformed(head, 'statedNameMissing');
      const fault = leiFault(lei.code);
      if (fault !== null) return resultOf(head, 'failed', { reasons: [fault] });
      // A right check digit proves no issue: without the record nobody has looked.
      if (lei.extract === undefined) return notPerformed(head, 'leiRecordMissing');
      const { entity, publishedOn } = lei.extract;
      if (entity?.lei !== lei.code)
        return resultOf(head, 'inconclusive', { reasons: ['leiNotInPublication'] });
      const isOld = daysBetween(publishedOn, today) > extractAtMostDays;
      const verdict = bestVerdict(party, [entity.legalName, ...entity.otherNames], likeness);
      const name = nameFinding(verdict, party.name, entity.legalName);
      const doubts = [...doubtsOf(entity), ...(isOld ? ['leiPublicationOld'] : []), ...name.doubts];
      const against = objections(entity);
      const discrepancies = [...name.discrepancies, ...jurisdictionDiscrepancy(party, entity)];
      return resultOf(head, documentOutcome(against, doubts, discrepancies), {
        reasons: [...against, ...doubts, ...discrepancies.map(({ code }) => code)],
        facts: [...factsOf(lei.extract), ...notCompared(party, entity)],
        discrepancies,
        evidence: [describe(entity, publishedOn)],
      });
    },
  };
}

function objections({ registrationStatus, entityStatus }: LeiEntity): string[] {
  return [
    ...(standings[registrationStatus] === 'void' ? ['leiVoid'] : []),
    ...(entityStatus === 'INACTIVE' ? ['entityInactive'] : []),
  ];
}

function doubtsOf({ registrationStatus, entityStatus, corroboration }: LeiEntity): string[] {
  const standing = standings[registrationStatus];
  return [
    ...(standing === 'stale' ? ['leiLapsed'] : []),
    ...(standing === undefined ? ['leiStatusUnknown'] : []),
    ...(entityStatus === 'ACTIVE' || entityStatus === 'INACTIVE' ? [] : ['entityStatusUnknown']),
    ...(corroboration === 'ENTITY_SUPPLIED_ONLY' ? ['leiNotCorroborated'] : []),
  ];
}

function jurisdictionDiscrepancy({ organizedUnder }: Party, { jurisdiction }: LeiEntity): Discrepancy[] {
  if (isSamePlace(organizedUnder, jurisdiction ?? undefined) !== false) return [];
  const sides = { stated: open(organizedUnder ?? ''), found: open((jurisdiction ?? '').slice(0, 400)) };
  return [{ code: 'jurisdictionDiffers', field: 'organizedUnder', ...sides }];
}

/** Said beside a pass as well. */
function notCompared({ organizedUnder }: Party, { jurisdiction }: LeiEntity): Fact[] {
  const isCompared = organizedUnder !== undefined && jurisdiction !== null;
  return isCompared ? [] : [{ code: 'notCompared', value: open('organizedUnder') }];
}

function bestVerdict(party: Party, found: readonly string[], likeness: CompareNames): NameVerdict {
  const stated = [party.name ?? '', ...(party.otherNames ?? [])];
  const verdicts = found.map((name) => likeness(stated, name, 'entity'));
  const order = ['same', 'writtenOtherwise', 'different'] as const;
  return order.find((verdict) => verdicts.includes(verdict)) ?? null;
}

function factsOf(extract: LeiExtract) {
  const { headquarters, ultimateParent, unknownBecause } = leiJurisdictions(extract);
  const named = {
    headquarters,
    ultimateParentJurisdiction: ultimateParent.jurisdiction,
    ultimateParentHeadquarters: ultimateParent.headquarters,
    ultimateParentUnknown: unknownBecause,
  };
  return Object.entries(named).flatMap(([code, text]) =>
    text === null ? [] : [{ code, value: open(text.slice(0, 400)) }],
  );
}

function describe(entity: LeiEntity, publishedOn: string): Evidence {
  const { lei, register, registeredAs, registrationStatus } = entity;
  const told = { source: 'GLEIF', publishedOn, lei, registrationStatus, register, registeredAs };
  return {
    kind: 'leiRecord',
    description: Object.entries(told).flatMap(([code, text]) =>
      text === null ? [] : [{ code, value: open(text.slice(0, 400)) }],
    ),
  };
}
