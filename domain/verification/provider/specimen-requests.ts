import type { MethodCategory, MethodOutcome } from '../method-result.ts';
import type { ConformanceCase, ConformanceDelivery } from './conformance-case.ts';
import type { IdentityCheckRequest } from './identity-check.ts';

export interface ConformanceSettings {
  readonly method: string;
  readonly category: MethodCategory;
  /** Begins the ids of this run's checks, so that no two runs share one. */
  readonly runId: string;
  readonly requestedAt: string;
  readonly answerWithinSeconds: number;
}

const noPass: readonly MethodOutcome[] = ['failed', 'inconclusive', 'notPerformed'];

/** The specimen of ICAO Doc 9303-4: of a state that does not exist, and expired. */
const specimenZone = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
/** The same with the check digit of the number raised by one. */
const forgedZone = specimenZone.map((line) => line.replace('L898902C36', 'L898902C37'));

/** Five megabytes, many times what any field may hold. */
const hugeField = 5 * 1024 * 1024;

/** The specimen requests, with what each has to come to. Nobody real is in them. */
export function conformanceCases(settings: ConformanceSettings): ConformanceCase[] {
  const { request, deliver } = specimens(settings);
  const send = (id: string, body: unknown, statuses: readonly number[], differing: Differing = {}) =>
    deliver(id, typeof body === 'string' ? body : JSON.stringify(body), { statuses, ...differing });
  const one = (id: string, rule: string, delivery: ConformanceDelivery): ConformanceCase => ({
    id,
    rule,
    deliveries: [delivery],
    isRepeat: false,
  });
  const asked = (id: string, changes: Partial<IdentityCheckRequest>) => ({ ...request(id), ...changes });
  const signedCase = (id: string, rule: string, signing: ConformanceDelivery['signing']) =>
    one(id, rule, deliver(id, JSON.stringify(request(id)), { signing, statuses: [401] }));
  const party = request('x').party;
  return [
    one(
      'specimen-document',
      'a specimen that is right in itself is answered; a pass of it must say mode test',
      send('specimen-document', request('specimen-document'), [200], { mayPassInTest: true }),
    ),
    one(
      'wrong-check-digit',
      'a document whose check digit is wrong never passes',
      send('wrong-check-digit', asked('wrong-check-digit', { material: { mrz: forgedZone } }), [200]),
    ),
    one(
      'nothing-to-check',
      'without any material nothing was performed',
      send(
        'nothing-to-check',
        asked('nothing-to-check', { material: {}, party: { kind: party.kind } }),
        [200],
        { outcomes: ['notPerformed'] },
      ),
    ),
    one(
      'unreadable-document',
      'lines that are no zone are answered and never pass',
      send('unreadable-document', asked('unreadable-document', { material: { mrz: ['???'] } }), [200, 422]),
    ),
    one(
      'unknown-country',
      'a country that does not exist is refused, or answered without a pass',
      send(
        'unknown-country',
        { ...request('unknown-country'), party: { ...party, citizenships: ['QQ'] } },
        [200, 422],
      ),
    ),
    one(
      'unknown-member',
      'a member that the contract does not have is refused, or answered as if it were not there',
      send('unknown-member', { ...request('unknown-member'), later: 1 }, [200, 422]),
    ),
    one('malformed-json', 'a body that is not JSON is refused', send('malformed-json', '{"v":1', [400, 422])),
    one(
      'broken-contract',
      'a request without its required members is refused',
      send('broken-contract', { v: 1, checkId: 'x' }, [400, 422]),
    ),
    one(
      'huge-field',
      'a field of five megabytes is refused',
      send(
        'huge-field',
        asked('huge-field', { party: { ...party, name: 'A'.repeat(hugeField) } }),
        [400, 413, 422],
      ),
    ),
    signedCase('wrong-secret', 'a request signed with another secret is refused', 'wrongSecret'),
    signedCase('old-timestamp', 'a request signed an hour ago is refused', 'anHourOld'),
    signedCase('no-signature', 'a request that nobody signed is refused', 'none'),
    {
      id: 'repeated-id',
      rule: 'the same check sent twice is answered twice, and alike',
      deliveries: ['first', 'second'].map(() =>
        deliver('repeated-id', JSON.stringify(request('repeated-id')), { mayPassInTest: true }),
      ),
      isRepeat: true,
    },
    {
      id: 'reused-id',
      rule: 'another request under the id of an earlier one is refused',
      deliveries: [
        deliver('reused-id', JSON.stringify(request('reused-id')), { mayPassInTest: true }),
        send('reused-id', asked('reused-id', { material: { mrz: forgedZone } }), [409]),
      ],
      isRepeat: false,
    },
  ];
}

type Differing = Partial<Omit<ConformanceDelivery, 'checkId' | 'body'>>;

function specimens({ runId, ...asked }: ConformanceSettings) {
  const checkId = (id: string) => `${runId}-${id}`;
  const request = (id: string): IdentityCheckRequest => ({
    v: 1,
    checkId: checkId(id),
    ...asked,
    party: { kind: 'individual', name: 'Anna Maria Eriksson', birthDate: '1974-08-12' },
    material: { mrz: specimenZone },
  });
  const deliver = (id: string, body: string, differing: Differing = {}): ConformanceDelivery => ({
    checkId: checkId(id),
    body,
    signing: 'right',
    statuses: [200],
    outcomes: noPass,
    mayPassInTest: false,
    ...differing,
  });
  return { request, deliver };
}
