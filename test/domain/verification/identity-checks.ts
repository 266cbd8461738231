import {
  identityCheckRequest,
  type IdentityCheckAnswer,
  type IdentityCheckRequest,
} from '../../../domain/verification/provider/identity-check.ts';
import { person } from './parties.ts';

export const requestedAt = '2026-11-23T10:00:00Z';

export function identityCheck(changes: Partial<IdentityCheckRequest> = {}): IdentityCheckRequest {
  const asked = {
    checkId: 'chk_1',
    method: 'outside-document',
    category: 'documentary',
    requestedAt,
  } as const;
  const party = person({ payment: { means: 'card', source: 'tok_1' }, email: 'anna@a.example' });
  return {
    ...identityCheckRequest({ ...asked, answerWithinSeconds: 1 }, party, { mrz: ['P<UTO'] }),
    ...changes,
  };
}

export function identityAnswer(changes: Partial<IdentityCheckAnswer> = {}): IdentityCheckAnswer {
  return {
    v: 1,
    checkId: 'chk_1',
    mode: 'live',
    provider: { name: 'Example Checks', version: '4.2' },
    performedAt: requestedAt,
    outcome: 'passed',
    reasons: [],
    facts: [],
    discrepancies: [],
    evidence: [],
    ...changes,
  };
}
