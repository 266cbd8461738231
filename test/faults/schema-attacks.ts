import { accountCreated, foreignPerson } from '../support/account-samples.ts';

/** Stands for what nobody may see again: neither in the answer nor in a log. */
export const canary = 'Xq7-canary-Zw9';

export interface SchemaAttack {
  readonly title: string;
  readonly body: string;
  /** JSON Pointers of the faults that the answer names. */
  readonly pointers: readonly string[];
}

const at = new Date('2026-03-02T09:00:00Z');

/** A whole event, a part of which is put in the place of another. */
function event(replace: (event: Record<string, unknown>, data: Record<string, unknown>) => void): string {
  const whole = structuredClone(accountCreated('acct_1', at)) as unknown as Record<string, unknown>;
  replace(whole, whole.data as Record<string, unknown>);
  return JSON.stringify(whole);
}

const data = (members: Record<string, unknown>) => event((_, inner) => Object.assign(inner, members));
const customer = (members: Record<string, unknown>) =>
  data({ customer: { ...foreignPerson('c_1'), ...members } });

/** The text of an event into whose innermost object a member is written by hand. */
const handwritten = (member: string) => customer({ address: { here: 1 } }).replace('"here":1', member);

const owner = (id: string) => ({ ...foreignPerson(id), email: `${id}@example.org` });
const unknownKeys = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, canary]));

export const schemaAttacks: readonly SchemaAttack[] = [
  { title: 'a list', body: '[]', pointers: [''] },
  { title: 'null', body: 'null', pointers: [''] },
  { title: 'a text', body: `"${canary}"`, pointers: [''] },
  { title: 'a number beyond all bounds', body: '1e999', pointers: [''] },
  { title: 'an unknown type', body: event((whole) => (whole.type = canary)), pointers: ['/type'] },
  { title: 'no data', body: event((whole) => delete whole.data), pointers: ['/data'] },
  {
    title: 'a time that is none',
    body: event((whole) => (whole.timestamp = canary)),
    pointers: ['/timestamp'],
  },
  {
    title: 'the id of a person',
    body: data({ account: `${canary}@example.org` }),
    pointers: ['/data/account'],
  },
  { title: 'an id with a line break', body: data({ account: 'a\nb' }), pointers: ['/data/account'] },
  { title: 'an id of 129 characters', body: data({ account: 'a'.repeat(129) }), pointers: ['/data/account'] },
  ...[0, -1, 1.5, 2 ** 53, '1', null].map((sequence) => ({
    title: `the sequence ${JSON.stringify(sequence)}`,
    body: data({ sequence }),
    pointers: ['/data/sequence'],
  })),
  { title: 'a key nobody knows', body: customer({ ssn: canary }), pointers: ['/data/customer/ssn'] },
  {
    title: 'a member called __proto__',
    body: handwritten(`"__proto__":{"x":"${canary}"}`),
    pointers: ['/data/customer/address/__proto__'],
  },
  {
    title: 'a member called constructor',
    body: handwritten(`"constructor":{"prototype":"${canary}"}`),
    pointers: ['/data/customer/address/constructor'],
  },
  {
    title: 'a member called toString',
    body: handwritten(`"toString":"${canary}"`),
    pointers: ['/data/customer/address/toString'],
  },
  {
    title: 'a prototype for the whole event',
    body: event(() => undefined).replace('{', `{"__proto__":{"type":"${canary}"},`),
    pointers: ['/__proto__'],
  },
  {
    title: 'a valid type that a later one replaces',
    body: event(() => undefined).replace(/\}$/, `,"type":"${canary}"}`),
    pointers: ['/type'],
  },
  {
    title: 'a name of 10,000 characters',
    body: customer({ name: canary.repeat(715) }),
    pointers: ['/data/customer/name'],
  },
  {
    title: 'a name that is an object',
    body: customer({ name: { $ne: canary } }),
    pointers: ['/data/customer/name'],
  },
  {
    title: 'a country of fiction',
    body: customer({ citizenships: ['AT', 'ZZ'] }),
    pointers: ['/data/customer/citizenships/1'],
  },
  {
    title: 'a card number',
    body: customer({ payment: { means: 'card', source: '4111 1111 1111 1111' } }),
    pointers: ['/data/customer/payment/source'],
  },
  {
    title: '101 owners',
    body: data({ owners: Array.from({ length: 101 }, (_, index) => ({ id: `o${index}`, kind: 'entity' })) }),
    pointers: ['/data/owners'],
  },
  {
    title: 'an owner twice',
    body: data({ owners: [owner('o_1'), owner('o_2'), owner('o_1')] }),
    pointers: ['/data/owners/2/id'],
  },
  {
    title: 'an owner with the id of the customer',
    body: data({ owners: [owner('acct_1-c')] }),
    pointers: ['/data/owners/0/id'],
  },
  {
    title: 'objects 20,000 deep',
    body: customer({ name: 0 }).replace('"name":0', `"name":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    pointers: ['/data/customer/name'],
  },
  { title: '100,000 brackets', body: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, pointers: [''] },
  {
    title: 'more faults than anybody wants to read',
    body: customer(unknownKeys),
    pointers: Object.keys(unknownKeys)
      .slice(0, 20)
      .map((key) => `/data/customer/${key}`),
  },
];
