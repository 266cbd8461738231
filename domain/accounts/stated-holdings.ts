import { z } from 'zod';
import type { Owner } from '../identity/party.ts';
import { formatFraction, fractionOfPercent } from '../ownership/fraction.ts';

/** What an owner of an account holds, as its record keeps it. Shares are fractions of one, such as `1/4`. */
export const StatedHolding = z.object({
  /** The owner that is held; null: the customer. */
  of: z.string().nullable(),
  minimum: z.string(),
  maximum: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  hasControl: z.boolean(),
});
export type StatedHolding = z.infer<typeof StatedHolding>;

/** Of owners of whom nothing is stated, or who were stored before holdings were: an unknown share in the customer. */
export const unknownHolding: StatedHolding = {
  ...{ of: null, from: null, to: null, hasControl: false },
  ...{ minimum: '0', maximum: '1' },
};

/** Of an owner of whom nothing was said, one holding of an unknown share in the customer. */
export function statedHoldings({ ownership = {} }: Pick<Owner, 'ownership'>): StatedHolding[] {
  const { sharePercent, holdings = [], control = [] } = ownership;
  const hasControl = control.length > 0;
  const inCustomer = { ...unknownHolding, hasControl };
  if (sharePercent === undefined && holdings.length === 0) {
    return [inCustomer];
  }
  const stated = holdings.map(({ of = null, minimumPercent, maximumPercent, from = null, to = null }) => ({
    ...{ of, from, to },
    minimum: percent(minimumPercent),
    maximum: percent(maximumPercent),
    // What the provider says of control is about the customer.
    hasControl: hasControl && of === null,
  }));
  if (sharePercent === undefined && stated.some(({ of }) => of === null)) return stated;
  // Who is said to hold other parties only, holds nothing in the customer.
  const direct = percent(sharePercent ?? 0);
  if (direct === '0' && !hasControl) return stated;
  return [{ ...inCustomer, minimum: direct, maximum: direct }, ...stated];
}

function percent(value: number): string {
  return formatFraction(fractionOfPercent(value));
}
