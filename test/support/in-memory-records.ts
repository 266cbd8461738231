import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { Determination, DeterminationStore } from '../../adapters/records/determination-store.ts';
import type { DispositionStore } from '../../adapters/records/disposition-store.ts';
import type { JudgementStore } from '../../adapters/records/judgement-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { SequenceClaims } from '../../adapters/records/sequence-claims.ts';
import type { PartyReader, PartyVersionKey, PartyWriter } from '../../adapters/records/party-store.ts';
import type { ReasonStore } from '../../adapters/records/reason-store.ts';
import type { ReportRecord, ReportStore } from '../../adapters/records/report-store.ts';
import type { SaltedFacts } from '../../domain/accounts/screening-query.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { isClosed } from '../../domain/cases/case-transitions.ts';
import type { DispositionRecord, PartyDispositions } from '../../domain/dispositions/disposition-record.ts';
import type { JudgedQuery } from '../../domain/dispositions/judged-query.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { InMemoryTransactions } from './in-memory-transactions.ts';

async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** The records table in memory, behind the ports of `adapters/records`. */
export class InMemoryRecords extends InMemoryTransactions {
  readonly accounts: AccountStore = {
    load: (id) => Promise.resolve(this.load('account', id) as AccountRecord | null),
    put: (account) => this.put('account', account.id, account.revision, account),
    all: () => streamOf(this.all('account') as AccountRecord[]),
  };

  readonly cases: CaseStore = {
    load: (id) => Promise.resolve(this.load('case', id) as CaseRecord | null),
    put: (record) => this.put('case', record.id, record.revision, record),
    markReleased: (record) => {
      this.set('case', record.id, { ...record, released: true });
      return Promise.resolve();
    },
    waiting: () => streamOf(this.#cases((record) => !isClosed(record.state))),
    unreleased: () => streamOf(this.#cases((record) => isClosed(record.state) && !record.released)),
  };

  readonly determinations: DeterminationStore = {
    load: (accountId, kind, key) => {
      const made = this.load('determination', `${accountId}#${kind}#${key}`) as Determination | null;
      return Promise.resolve(made ? { ...made.body } : null);
    },
    list: (accountId, kind, keyBegins) =>
      Promise.resolve(
        this.determined(kind)
          .filter((made) => made.accountId === accountId && made.key.startsWith(keyBegins))
          .map(({ body }) => ({ ...body })),
      ),
    put: (made) => this.put('determination', `${made.accountId}#${made.kind}#${made.key}`, 1, made),
  };

  readonly outbox: OutboxStore = {
    put: (notice) => this.put('notice', notice.id, 1, notice),
    load: (id) => Promise.resolve(this.load('notice', id) as Notice | null),
    markDelivered: (id) => {
      this.set('delivered', id, true);
      return Promise.resolve();
    },
    pending: (upTo) =>
      streamOf(this.notices().filter(({ id, at }) => at <= upTo && !this.load('delivered', id))),
  };

  readonly parties: PartyWriter & PartyReader = {
    save: (key, _eventId, facts) => {
      this.set('party', partyId(key), { ...facts, salt: `salt of ${partyId(key)}` });
      return Promise.resolve({ digest: 'd'.repeat(64) });
    },
    load: (key) => {
      const facts = this.load('party', partyId(key)) as SaltedFacts | null;
      return facts ? Promise.resolve(facts) : Promise.reject(new RecordMissingError(partyId(key)));
    },
  };

  readonly reasons: ReasonStore = {
    seal: (caseId, revision, because) => {
      const item = this.put('reason', `${caseId}#${revision}`, 1, because);
      return Promise.resolve({ item, digest: 'e'.repeat(64) });
    },
    load: (caseId, revision) => {
      const because = this.load('reason', `${caseId}#${revision}`) as string | null;
      return because === null
        ? Promise.reject(new RecordMissingError(`reason of case ${caseId} at revision ${revision}`))
        : Promise.resolve(because);
    },
  };

  readonly dispositions: DispositionStore = {
    load: (id) => Promise.resolve(this.load('disposition', id) as DispositionRecord | null),
    ofParty: (accountId, partyId_) => {
      const known = this.load('dispositions', `${accountId}#${partyId_}`) as PartyDispositions | null;
      const ids = known?.ids ?? [];
      return Promise.resolve({
        known: known ?? { accountId, partyId: partyId_, revision: 0, ids: [] },
        records: ids.map((id) => this.load('disposition', id) as DispositionRecord),
      });
    },
    put: (record) => this.put('disposition', record.id, record.revision, record),
    putParty: (known) =>
      this.put('dispositions', `${known.accountId}#${known.partyId}`, known.revision, known),
    waiting: () =>
      streamOf(
        (this.all('disposition') as DispositionRecord[]).filter(({ state }) => /propose/i.test(state)),
      ),
  };

  readonly judgements: JudgementStore = {
    sealQuery: ({ id }, query) => this.#sealed(`${id}#query`, query),
    query: ({ id }) => Promise.resolve(this.load('judgement', `${id}#query`) as JudgedQuery),
    sealReason: ({ id }, revision, because) => this.#sealed(`${id}#${revision}`, because),
    reason: ({ id }, revision) => Promise.resolve(this.load('judgement', `${id}#${revision}`) as string),
  };

  readonly claims: SequenceClaims = {
    holder: (accountId, sequence) =>
      Promise.resolve((this.load('sequence', `${accountId}#${sequence}`) as string | null) ?? null),
    claim: (accountId, sequence, eventId) => this.put('sequence', `${accountId}#${sequence}`, 1, eventId),
  };

  readonly reports: ReportStore = {
    load: (id) => Promise.resolve(this.load('report', id) as ReportRecord | null),
    put: (report) => this.put('report', report.id, 1, report),
  };

  /** What a handler is given of it. */
  ports() {
    const { accounts, cases, claims, determinations, dispositions, judgements, outbox, parties } = this;
    const { reasons, reports, commit } = this;
    const decided = { accounts, cases, claims, determinations, dispositions, judgements };
    return { ...decided, outbox, parties, reasons, reports, commit };
  }

  notices(): Notice[] {
    return this.all('notice') as Notice[];
  }

  determined(kind: Determination['kind']): Determination[] {
    return (this.all('determination') as Determination[]).filter((made) => made.kind === kind);
  }

  #sealed(key: string, text: unknown) {
    return Promise.resolve({ item: this.put('judgement', key, 1, text), digest: 'f'.repeat(64) });
  }

  #cases(wanted: (record: CaseRecord) => boolean): CaseRecord[] {
    return (this.all('case') as CaseRecord[]).filter(wanted);
  }
}

const partyId = ({ accountId, partyId: id, sequence }: PartyVersionKey) => `${accountId}#${id}#${sequence}`;
