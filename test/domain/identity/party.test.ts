import { describe, expect, it } from 'vitest';
import { Owner, Party } from '../../../domain/identity/party.ts';
import { faultsOf } from '../../../domain/validation/faults.ts';

const minimal = { id: 'p1', kind: 'individual' } as const;

function faults(changes: Record<string, unknown>): string[] {
  const parsed = Party.safeParse({ ...minimal, ...changes });
  return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer }) => pointer);
}

const card = (source: string) => faults({ payment: { means: 'card', source } });

describe('a party', () => {
  it('may be no more than an id and a kind', () => {
    expect(Party.parse(minimal)).toEqual(minimal);
  });

  it('with every field is accepted', () => {
    const full = {
      ...minimal,
      name: 'Jo Doe',
      otherNames: ['J. Doe'],
      birthDate: '1990-02-28',
      address: { line: '1 High Street', city: 'Leeds', region: 'X', postalCode: 'LS1', country: 'GB' },
      citizenships: ['GB'],
      permanentResidentOf: [],
      location: { country: 'US-PR', as: 'located' },
      email: 'jo@example.com',
      phone: '+441130000000',
      payment: { means: 'wallet', source: 'self', issuerCountry: 'GB', wallet: '0xabc' },
      identity: { outcome: 'verified', method: 'documentary', performedAt: '2026-01-01T00:00:00Z' },
    };
    expect(faults(full)).toEqual([]);
  });

  it('with a key that nobody knows is refused at that key', () => {
    expect(faults({ nationalId: '1' })).toEqual(['/nationalId']);
    expect(faults({ address: { street: 'x' } })).toEqual(['/address/street']);
  });

  it.each([
    ['/name', { name: 'x'.repeat(401) }],
    ['/otherNames', { otherNames: Array(21).fill('x') }],
    ['/id', { id: '' }],
    ['/id', { id: 'x'.repeat(129) }],
    ['/id', { id: 'p:1' }],
    ['/birthDate', { birthDate: '2023-02-29' }],
    ['/address/country', { address: { country: 'UK' } }],
    ['/citizenships/0', { citizenships: ['french'] }],
    ['/location/as', { location: { country: 'US', as: 'resident' } }],
    ['/email', { email: `${'x'.repeat(254)}@y` }],
    ['/email', { email: 'nobody' }],
    ['/identity/outcome', { identity: { outcome: 'clear' } }],
  ])('is refused at %s when that is out of bounds', (pointer, changes) => {
    expect(faults(changes)).toEqual([pointer]);
  });

  it('never carries a card number, however it is spaced', () => {
    for (const source of ['4111111111111111', '4111 1111 1111 1111', 'visa 4111-1111-1111-1111 exp 12/30']) {
      expect(card(source)).toEqual(['/payment/source']);
    }
  });

  it('may carry what is no card number: a token, four digits, a number that fails the check, a bank account', () => {
    expect([card('tok_1a2b'), card('1111'), card('4111111111111112')]).toEqual([[], [], []]);
    expect(faults({ payment: { means: 'bankTransfer', source: '4111111111111111' } })).toEqual([]);
  });
});

describe('an owner', () => {
  it('may hold from 0 to 100 percent', () => {
    const sharePercent = (value: number) =>
      Owner.safeParse({ ...minimal, ownership: { sharePercent: value } }).success;
    expect([0, 25, 100, -1, 100.1].map(sharePercent)).toEqual([true, true, true, false, false]);
  });

  it('may hold shares of a known range, for a known time, in the customer or in another owner', () => {
    const holdings = [
      { minimumPercent: 25, maximumPercent: 50, from: '2024-01-01', to: '2026-01-01' },
      { of: 'o2', minimumPercent: 60, maximumPercent: 60 },
    ];
    expect(Owner.safeParse({ ...minimal, ownership: { holdings } }).success).toBe(true);
  });

  it.each([
    ['a range turned round', { holdings: [{ minimumPercent: 50, maximumPercent: 25 }] }],
    [
      'an end before the beginning',
      { holdings: [{ minimumPercent: 1, maximumPercent: 1, from: '2026-01-02', to: '2026-01-02' }] },
    ],
    ['two shares in the customer', { sharePercent: 1, holdings: [{ minimumPercent: 1, maximumPercent: 1 }] }],
    ['six holdings', { holdings: Array(6).fill({ of: 'o2', minimumPercent: 1, maximumPercent: 1 }) }],
  ])('is refused with %s', (_what, ownership) => {
    expect(Owner.safeParse({ ...minimal, ownership }).success).toBe(false);
  });
});
