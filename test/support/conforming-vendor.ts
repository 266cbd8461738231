import { verifyDelivery } from '../../adapters/webhooks/standard-webhooks.ts';
import { readMrz } from '../../domain/verification/documents/read-mrz.ts';
import {
  IdentityCheckRequest,
  type IdentityCheckAnswer,
} from '../../domain/verification/provider/identity-check.ts';
import { Vendor, type Asked, type Reply } from './vendor.ts';

const bodyAtMost = 256 * 1024;

/** Where a vendor departs from the contract; by nothing, it conforms. */
export interface Departures {
  readonly answers?: (answer: IdentityCheckAnswer) => IdentityCheckAnswer;
  readonly checksSignatures?: boolean;
  readonly refusesReusedIds?: boolean;
  readonly signsWith?: string;
}

/** A stub of a document checker that keeps to the contract, and says that it is one. */
export function conformingVendor(departures: Departures = {}): Vendor {
  const {
    answers = (answer: IdentityCheckAnswer) => answer,
    checksSignatures = true,
    refusesReusedIds = true,
  } = departures;
  const bodies = new Map<string, string>();
  const vendor: Vendor = new Vendor((asked): Reply => {
    if (checksSignatures && !isSigned(asked, vendor.secret)) return { status: 401 };
    if (asked.body.length > bodyAtMost) return { status: 413 };
    const request = read(asked.body);
    if (request === null) return { status: 422 };
    const before = bodies.get(asked.id);
    if (refusesReusedIds && before !== undefined && before !== asked.body.toString()) return { status: 409 };
    bodies.set(asked.id, asked.body.toString());
    const body = JSON.stringify(answers(answerTo(request)));
    return vendor.signed(asked.id, body, new Date(), departures.signsWith ?? vendor.secret);
  });
  return vendor;
}

function isSigned({ id, body, headers }: Asked, secret: string): boolean {
  const given = {
    id,
    timestamp: String(headers['webhook-timestamp']),
    signature: String(headers['webhook-signature']),
  };
  return verifyDelivery(given, body, [secret], new Date()) === 'authentic';
}

function read(body: Buffer): IdentityCheckRequest | null {
  try {
    return IdentityCheckRequest.parse(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

function answerTo({ checkId, material: { mrz } }: IdentityCheckRequest): IdentityCheckAnswer {
  return {
    v: 1,
    checkId,
    mode: 'test',
    provider: { name: 'Stub', version: '1' },
    performedAt: new Date().toISOString(),
    ...judged(mrz),
    facts: [],
    discrepancies: [],
    evidence: [],
  };
}

function judged(mrz: readonly string[] | undefined): Pick<IdentityCheckAnswer, 'outcome' | 'reasons'> {
  if (mrz === undefined) return { outcome: 'notPerformed', reasons: ['mrzMissing'] };
  const isRight = readMrz(mrz).faults.length === 0;
  return isRight ? { outcome: 'passed', reasons: [] } : { outcome: 'failed', reasons: ['mrzFaulty'] };
}
