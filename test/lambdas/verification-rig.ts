import '../support/quiet-functions.ts';
import type { Context } from 'aws-lambda';
import { eventIdOf } from '../../adapters/inbox/event-id.ts';
import { sealedSubject } from '../../adapters/inbox/sealed-subject.ts';
import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { Reassessment } from '../../domain/accounts/reassess-account.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import type { Screening, ScreeningQuery } from '../../domain/screening/screening.ts';
import { assessParties, type AssessedEvent } from '../../lambdas/assess-parties/assess-parties.ts';
import { decideAccountStep, type DecidedAccount } from '../../lambdas/decide-account/decide-account.ts';
import { openReview } from '../../lambdas/open-review/open-review.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import type { AvailableScreener, ListScreener } from '../../lambdas/screen-parties/current-screener.ts';
import { screenParties } from '../../lambdas/screen-parties/screen-parties.ts';
import { listed } from '../domain/screening/listed.ts';
import { inMemoryEnvelope, inMemoryInbox } from '../support/in-memory-inbox.ts';
import { InMemoryRecords } from '../support/in-memory-records.ts';
import { shippedThreshold } from '../support/shipped-threshold.ts';

const listDigest = '1'.repeat(64);

/** Whom the screener below finds. */
export const listedPerson = listed('36', 'LISTED', { countries: ['IR'] });

/** A screener that finds those whose names it was given, and nobody else. */
export function screenerFinding(...names: string[]): ListScreener {
  const digests = { listDigest, indexDigest: '2'.repeat(64), queryDigest: '3'.repeat(64) };
  const proof = { ...digests, matcherVersion: 'test-1', threshold: shippedThreshold };
  return {
    ...proof,
    entry: () => listedPerson,
    screen: ({ name = '' }: ScreeningQuery): Screening =>
      names.includes(name)
        ? {
            outcome: 'possibleMatch',
            ...proof,
            matches: [{ list: 'ofac-sdn', entryId: '36', name: 'LISTED', score: 0.9, reasons: [] }],
          }
        : { outcome: 'clear', ...proof },
  };
}

/** The steps of verify-account over records in memory, in the order in which the state machine takes them. */
export class VerificationRig {
  readonly records = new InMemoryRecords();
  readonly inbox = inMemoryInbox(this.records);
  readonly released: string[] = [];
  readonly delivered: string[] = [];
  now = new Date('2026-03-01T12:00:00.000Z');
  screener: AvailableScreener = screenerFinding();

  readonly #shared = { ...this.records.ports(), now: () => this.now };

  readonly assess = assessParties({
    ...this.#shared,
    inbox: this.inbox,
    envelope: inMemoryEnvelope,
    pack: policies.identification,
    placeRules: { sanctions: [policies.screening, policies.affiliates], diligence: policies.diligence },
  });
  readonly screen = screenParties({ ...this.#shared, screener: () => Promise.resolve(this.screener) });
  readonly decide = decideAccountStep({
    ...this.#shared,
    policy: policies.provider,
    identification: policies.identification,
    ownershipRules: [policies.screening, policies.affiliates],
  });
  readonly openReview = openReview({
    ...this.#shared,
    deliver: (noticeId) => {
      this.delivered.push(noticeId);
      return Promise.resolve();
    },
    release: ({ id }) => {
      this.released.push(id);
      return Promise.resolve();
    },
  });

  /** Puts an event into the inbox, as a webhook of this id does. @returns our id of it */
  async receive(webhookId: string, event: AccountEvent | Reassessment): Promise<string> {
    const eventId = eventIdOf(webhookId);
    const sealed = await inMemoryEnvelope.seal(sealedSubject(eventId), JSON.stringify(event));
    const receivedAt = this.now.toISOString();
    await this.inbox.accept({ eventId, accountId: event.data.account, receivedAt, sealed });
    return eventId;
  }

  /** One execution up to its first decision. */
  async verify(eventId: string): Promise<AssessedEvent | DecidedAccount> {
    const assessed = await this.assess({ eventId });
    if (assessed.superseded) return assessed;
    await this.screen(assessed);
    return this.decide({ eventId, accountId: assessed.accountId });
  }

  async received(webhookId: string, event: AccountEvent): Promise<AssessedEvent | DecidedAccount> {
    return this.verify(await this.receive(webhookId, event));
  }

  account(id = 'acct_1'): AccountRecord {
    const account = this.records.load('account', id) as AccountRecord | null;
    if (!account) throw new Error(`no account ${id} in this test`);
    return account;
  }

  onlyCase(): CaseRecord {
    const [record, ...others] = this.records.all('case') as CaseRecord[];
    if (!record || others.length > 0) throw new Error(`expected one case, found ${others.length + 1}`);
    return record;
  }

  actions(): string[] {
    return this.records.entries.map(({ action }) => action);
  }
}

/** What of a Lambda context anybody looks at. */
export const context = {
  awsRequestId: 'request-1',
  functionName: 'under-test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:under-test',
  memoryLimitInMB: '512',
  getRemainingTimeInMillis: () => 60_000,
} as Context;
