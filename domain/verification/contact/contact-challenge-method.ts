import { open } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';

const head = { id: 'contact-challenge', version: 'challenge-1', category: 'nonDocumentary' } as const;

/** Contacting the customer (VER-02): an answered code shows control of the address or number, and nothing about who. */
export const contactChallengeMethod: VerificationMethod = {
  ...head,
  check({ party, material: { challenge } }) {
    if (challenge === undefined) return notPerformed(head, 'challengeMissing');
    const { record, currentContactHash } = challenge;
    const statedContact = record.channel === 'email' ? party.email : party.phone;
    if (statedContact === undefined) return notPerformed(head, 'statedContactMissing');
    if (record.contactHash !== currentContactHash) return notPerformed(head, 'contactChangedSince');
    const evidence = [
      {
        kind: 'contactChallenge',
        description: Object.entries({
          id: record.id,
          channel: record.channel,
          issuedAt: record.issuedAt,
        }).map(([code, text]) => ({ code, value: open(text) })),
      },
    ];
    switch (record.state) {
      case 'answered':
        return resultOf(head, 'passed', { evidence });
      case 'exhausted':
        return resultOf(head, 'failed', { reasons: ['challengeExhausted'], evidence });
      case 'expired':
        return resultOf(head, 'inconclusive', { reasons: ['challengeExpired'], evidence });
      case 'issued':
        return notPerformed(head, 'challengeUnanswered');
    }
  },
};
