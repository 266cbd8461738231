import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type Answer, type Call } from './direct-calls.ts';

const { TableName } = definition;
const seed = 8_925_698;

/** One write: `sum` adds to what is there; `expects` is the condition. */
interface Write {
  readonly sk: string;
  readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  readonly amount: number;
  readonly group: string;
  readonly expects: 'present' | 'absent' | 'anything';
}

interface Thing {
  readonly amount: number;
  readonly group: string;
}

type Model = ReadonlyMap<string, Thing>;

const anyWrite: fc.Arbitrary<Write> = fc.record({
  sk: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('Put' as const, 'Update' as const, 'Delete' as const, 'ConditionCheck' as const),
  amount: fc.integer({ min: -9, max: 9 }),
  group: fc.constantFrom('red', 'blue'),
  expects: fc.constantFrom('present' as const, 'absent' as const, 'anything' as const),
});
const anyTransaction = fc.uniqueArray(anyWrite, {
  minLength: 1,
  maxLength: 4,
  selector: (write) => write.sk,
});

const conditions = {
  present: 'attribute_exists(pk)',
  absent: 'attribute_not_exists(pk)',
  anything: 'attribute_exists(pk) OR attribute_not_exists(pk)',
};

function member({ sk, kind, amount, group, expects }: Write): object {
  const common = { TableName, ConditionExpression: conditions[expects] };
  const values = { amount: { N: String(amount) }, group: { S: group } };
  if (kind === 'Put') return { Put: { ...common, Item: { ...keyOf(sk), ...values } } };
  if (kind !== 'Update') return { [kind]: { ...common, Key: keyOf(sk) } };
  const update = {
    UpdateExpression: 'SET #g = :group ADD amount :amount',
    ExpressionAttributeNames: { '#g': 'group' },
    ExpressionAttributeValues: { ':group': values.group, ':amount': values.amount },
  };
  return { Update: { ...common, ...update, Key: keyOf(sk) } };
}

/** What the transaction should make of the things, or undefined when it should be cancelled. */
function expected(model: Model, writes: readonly Write[]): Model | undefined {
  const holds = ({ sk, expects }: Write): boolean =>
    expects === 'anything' || model.has(sk) === (expects === 'present');
  if (!writes.every(holds)) return undefined;
  const next = new Map(model);
  for (const { sk, kind, amount, group } of writes) {
    if (kind === 'Put') next.set(sk, { amount, group });
    if (kind === 'Update') next.set(sk, { amount: (model.get(sk)?.amount ?? 0) + amount, group });
    if (kind === 'Delete') next.delete(sk);
  }
  return next;
}

async function stored(call: Call, IndexName?: string): Promise<string[]> {
  const { Items } = (await call('Scan', { TableName, IndexName })) as Answer & {
    Items: { sk: { S: string }; amount?: { N: string }; group: { S: string } }[];
  };
  return Items.map(({ sk, amount, group }) => `${sk.S} ${group.S} ${amount?.N ?? ''}`.trim()).sort();
}

describe('transactions', () => {
  it('leave table and index as a plain model says, done or cancelled', async () => {
    const property = fc.asyncProperty(fc.array(anyTransaction, { maxLength: 12 }), async (transactions) => {
      const { call, stop } = await startDynamodb();
      await call('CreateTable', definition);
      let model: Model = new Map();
      for (const writes of transactions) {
        const next = expected(model, writes);
        const outcome = call('TransactWriteItems', { TransactItems: writes.map(member) });
        if (next) await outcome;
        else await expect(outcome).rejects.toMatchObject({ name: 'TransactionCanceledException' });
        model = next ?? model;
        const things = [...model].map(([sk, { amount, group }]) => ({ sk, amount, group }));
        expect(await stored(call)).toEqual(
          things.map(({ sk, amount, group }) => `${sk} ${group} ${amount}`).sort(),
        );
        expect(await stored(call, 'byGroup')).toEqual(things.map(({ sk, group }) => `${sk} ${group}`).sort());
      }
      await stop();
    });
    await fc.assert(property, { seed, numRuns: 60 });
  });
});
