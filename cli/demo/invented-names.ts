import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Random } from './random.ts';

const Place = z.strictObject({
  country: z.string(),
  city: z.string(),
  form: z.string(),
  organizedUnder: z.string().optional(),
  dialling: z.string(),
});
export type Place = z.infer<typeof Place>;

const words = z.array(z.string()).min(1);
const InventedNames = z.strictObject({
  given: words,
  family: words,
  company: words,
  trade: words,
  places: z.array(Place).min(1),
  home: Place,
});
export type InventedNames = z.infer<typeof InventedNames>;

const file = new URL('../../data/demo/names.json', import.meta.url);

/** The name parts that ship with the demonstration (`data/demo/README.md`). */
export function readInventedNames(): InventedNames {
  return InventedNames.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function personName({ given, family }: InventedNames, random: Random): string {
  return `${random.pick(given)} ${random.pick(family)}`;
}

export function companyName({ company, trade }: InventedNames, { form }: Place, random: Random): string {
  return `${random.pick(company)} ${random.pick(trade)} ${form}`;
}
