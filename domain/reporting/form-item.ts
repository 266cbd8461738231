import { z } from 'zod';
import { FormItemDefinition } from './form-f1.ts';
import { IdentityCounts } from './figures.ts';
import { JurisdictionRow } from './jurisdiction-counts.ts';

const Count = z.int().nonnegative();
const Described = FormItemDefinition.extend({
  status: z.string().min(1).max(2000).describe('For the reader, one sentence'),
});

export const JurisdictionTable = z.strictObject({
  kind: z.literal('jurisdictionTable'),
  unit: z.string().min(1).max(200).describe('What one count is'),
  total: Count,
  rows: z.array(JurisdictionRow),
});

export const UnverifiedAccounts = z.strictObject({
  kind: z.literal('unverifiedAccounts'),
  total: Count,
  foreign: IdentityCounts,
  undetermined: IdentityCounts,
});

/** Written by the provider; the report carries it as given. */
export const Narrative = z.strictObject({
  kind: z.literal('narrative'),
  text: z.string().min(1).max(20_000),
  source: z.string().min(1).max(500).describe('Document and version the text was taken from'),
});

export const ProducedItem = Described.extend({
  state: z.literal('produced'),
  value: z.discriminatedUnion('kind', [JurisdictionTable, UnverifiedAccounts, Narrative]),
});

export const MissingItem = Described.extend({
  state: z.literal('notProduced'),
  because: z.enum(['notSupplied', 'optionalNotSwitchedOn', 'notBuilt']),
});

/** An item is in the report whether there is something to say or not. */
export const FormItem = z.discriminatedUnion('state', [ProducedItem, MissingItem]);

export type JurisdictionTable = z.infer<typeof JurisdictionTable>;
export type UnverifiedAccounts = z.infer<typeof UnverifiedAccounts>;
export type Narrative = z.infer<typeof Narrative>;
export type ProducedItem = z.infer<typeof ProducedItem>;
export type MissingItem = z.infer<typeof MissingItem>;
export type FormItem = z.infer<typeof FormItem>;
