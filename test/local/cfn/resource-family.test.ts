import { expect, it } from 'vitest';
import { z } from 'zod';
import { resourceFamily } from '../../../local/cfn/resource-family.ts';

const family = resourceFamily({
  type: 'Test::Queue',
  properties: z.strictObject({ Name: z.string(), Redrive: z.strictObject({ Count: z.number() }).optional() }),
  ignored: ['Tags'],
  create: ({ properties }) => ({ ref: properties.Name, attributes: {} }),
});
const create = (properties: Record<string, unknown>) =>
  family.create({
    type: 'Test::Queue',
    stackName: 'Kyc',
    logicalId: 'Inbox',
    properties,
    existing: undefined,
    assetPath: (key) => key,
  });

it('leaves out the properties that are ignored on purpose', () => {
  expect(create({ Name: 'inbox', Tags: [] })).toEqual({ ref: 'inbox', attributes: {} });
});

it('refuses a property that nobody thought of, naming type, logical id and property', () => {
  expect(() => create({ Name: 'inbox', Colour: 'red' })).toThrow(/Test::Queue Inbox.*"Colour"/);
});

it('refuses it at any depth', () => {
  expect(() => create({ Name: 'inbox', Redrive: { Count: 1, Age: 2 } })).toThrow(/Redrive.*"Age"/);
});
