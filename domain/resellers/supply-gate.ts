import { dueAt } from '../deadlines/due-at.ts';
import { allHold, type Truth } from '../identity/three-valued.ts';
import type { DeadlineTerm } from '../policy/deadline-term.ts';
import type { Reseller } from './reseller.ts';

export interface GateLimb {
  readonly limb: 'programme' | 'certification' | 'compliance' | 'aiReporting';
  /** Null: nobody has found out. */
  readonly holds: Truth;
  readonly rule: string;
  readonly because: string;
}

export interface SupplyGate {
  /** Open only when every limb is known to hold. */
  readonly isOpen: boolean;
  readonly limbs: readonly GateLimb[];
  /** Limbs of which a person has to find something out before the gate can open. */
  readonly unknown: readonly GateLimb['limb'][];
}

/**
 * Whether a reseller may be supplied. A US reseller is a provider of its own and passes; one of unknown status is held to
 * what is asked of a foreign one.
 * @param yearly the term of the pack for certifications, `DL-08`
 * @param today YYYY-MM-DD, UTC
 */
export function supplyGate(
  reseller: Reseller,
  yearly: Pick<DeadlineTerm, 'id' | 'amount'>,
  today: string,
): SupplyGate {
  const limbs =
    reseller.personStatus === 'us'
      ? []
      : [
          programme(reseller),
          certification(reseller, yearly, today),
          compliance(reseller),
          aiReporting(reseller),
        ];
  return {
    isOpen: allHold(limbs.map(({ holds }) => holds)) === true,
    limbs,
    unknown: limbs.filter(({ holds }) => holds === null).map(({ limb }) => limb),
  };
}

function programme({ programme: own }: Reseller): GateLimb {
  const [limb, rule] = ['programme', 'RES-01'] as const;
  if (own === null) return { limb, rule, holds: false, because: 'no programme and no agreement' };
  if (own.review === null)
    return { limb, rule, holds: null, because: `version ${own.version} was not reviewed` };
  const { outcome, on } = own.review;
  return { limb, rule, holds: outcome === 'accepted', because: `version ${own.version} ${outcome} on ${on}` };
}

function certification(
  { certifications }: Reseller,
  { id, amount }: Pick<DeadlineTerm, 'id' | 'amount'>,
  today: string,
): GateLimb {
  const [limb, rule] = ['certification', 'RES-03'] as const;
  if (amount === null) throw new RangeError(`term ${id}: expected a number of years, found none`);
  const last = certifications
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last === undefined) return { limb, rule, holds: null, because: 'never certified' };
  const until = dueAt(`${last}T00:00:00.000Z`, { amount, unit: 'years' }).slice(0, last.length);
  return { limb, rule, holds: today <= until, because: `certified on ${last}, good until ${until}` };
}

function compliance({ openCases }: Reseller): GateLimb {
  const because = openCases.length === 0 ? 'no open case' : `open cases: ${openCases.join(', ')}`;
  return { limb: 'compliance', rule: 'RES-04', holds: openCases.length === 0, because };
}

function aiReporting({ aiReportingEfforts }: Reseller): GateLimb {
  const because =
    aiReportingEfforts === null
      ? 'nobody has found out'
      : `efforts made: ${aiReportingEfforts ? 'yes' : 'no'}`;
  return { limb: 'aiReporting', rule: 'RES-05', holds: aiReportingEfforts, because };
}
