import fc from 'fast-check';
import { shippedWordCounts } from '../../../adapters/screening/shipped-word-counts.ts';
import { beneficialOwners } from '../../../domain/ownership/beneficial/beneficial-owners.ts';
import type { BeneficialOwnerTerms } from '../../../domain/policy/beneficial-owner-terms.ts';
import type { VerificationTerms } from '../../../domain/policy/verification-terms.ts';
import { wordWeightsBy } from '../../../domain/screening/words/word-weights.ts';
import { namesByLikeness } from '../../../domain/verification/compare-names.ts';
import { issueChallenge } from '../../../domain/verification/contact/contact-challenge.ts';
import { ownMethods } from '../../../domain/verification/own-methods.ts';
import { verificationPlan } from '../../../domain/verification/plan/verification-plan.ts';
import { leiExtract, readGleif } from '../../../domain/verification/registration/gleif-book.ts';
import {
  entity,
  holds,
  networkOf,
  person as individual,
  shares,
} from '../../domain/ownership/bods/bods-samples.ts';
import { fullMaterial } from '../../domain/verification/full-material.ts';
import { company, person, today } from '../../domain/verification/parties.ts';
import { anyFacts } from '../../domain/verification/plan/plan-parties.ts';
import { gleifAnswers } from '../../domain/verification/samples.ts';

const seed = 20261123;

/** Plans for parties of all kinds, and verifies two by every method of our own. */
export function verifyEverybody(terms: VerificationTerms): void {
  for (const facts of fc.sample(anyFacts, { seed, numRuns: 200 })) verificationPlan(facts, terms);
  const likeness = namesByLikeness(wordWeightsBy(shippedWordCounts), terms.nameLikeness);
  const methods = ownMethods({ terms, likeness, mailDomains: { asOf: today, free: [], disposable: [] } });
  const code = '549300YX4S1LLSMK2627';
  const reading = readGleif(gleifAnswers());
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  const lei = { code, extract: leiExtract(reading.book, code) };
  const start = Date.parse(`${today}T00:00:00Z`);
  const accesses = Array.from({ length: 200 }, (_, hour) => ({
    country: hour % 3 === 0 ? null : 'FR',
    at: new Date(start - hour * 3_600_000).toISOString(),
    kind: 'access' as const,
  }));
  for (const party of [
    person({ address: { country: 'FR' } }),
    company({ name: 'Northern Compute Limited' }),
  ]) {
    for (const method of methods) {
      method.check({ party, material: { ...fullMaterial, accesses, lei }, today });
    }
  }
  const challenge = {
    id: 'c_1',
    channel: 'email',
    contactHash: 'a'.repeat(64),
    codeHash: 'b'.repeat(64),
  } as const;
  issueChallenge({ ...challenge, issuedAt: `${today}T00:00:00.000Z` }, terms.challenge);
}

/** Who is behind a company by shares, by votes and through another. */
export function ownEverything(terms: BeneficialOwnerTerms): void {
  const network = networkOf(
    ...[entity('S'), entity('H'), individual('P'), individual('Q'), individual('R')],
    holds('H', 'S', [shares({ exact: 60 }), { ...shares({ exact: 60 }), type: 'votingRights' }]),
    holds('P', 'H', [shares({ exact: 30 }), { ...shares({ exact: 30 }), type: 'votingRights' }]),
    holds('Q', 'H', [{ ...shares(undefined), type: 'seniorManagingOfficial' }]),
    holds('R', 'H', [{ ...shares(undefined), type: 'boardChair' }]),
  );
  beneficialOwners(network, terms).ownersOf('S');
}
