import type { Exemption } from './exemption.ts';

/** Reports on AI training, R-33 to R-40: no exemption reaches them, whatever a pack says. */
export function isAiReporting(row: string): boolean {
  return /^R-(?:3[3-9]|40)$/.test(row);
}

/** What a duty is asked about: one account, with the reseller it comes through. */
export interface ExemptedSubject {
  /** Null where nobody has said of which kind the account is. */
  readonly accountType: string | null;
  readonly reseller: string | null;
}

export interface DutiesOff {
  /** Rows of the clause table that are off for this subject. */
  readonly rows: readonly string[];
  /** The exemptions that turn them off. */
  readonly because: readonly string[];
}

/**
 * Which duties an exemption turns off for a subject on a day. What is not known of the subject turns nothing off.
 * @param exemptible rows of the pack that an exemption may reach
 * @param today YYYY-MM-DD, UTC
 */
export function dutiesOff(
  subject: ExemptedSubject,
  exemptions: readonly Exemption[],
  exemptible: readonly string[],
  today: string,
): DutiesOff {
  const covering = exemptions.filter((exemption) => isGood(exemption, today) && covers(exemption, subject));
  if (covering.length === 0) return { rows: [], because: [] };
  return { rows: exemptible.filter((row) => !isAiReporting(row)), because: covering.map(({ id }) => id) };
}

function isGood({ from, until, revokedOn }: Exemption, today: string): boolean {
  return from <= today && (until === null || today <= until) && (revokedOn === null || today < revokedOn);
}

function covers({ scope }: Exemption, { accountType, reseller }: ExemptedSubject): boolean {
  switch (scope.kind) {
    case 'provider':
      return true;
    case 'accountTypes':
      return accountType !== null && scope.accountTypes.includes(accountType);
    case 'resellers':
      return reseller !== null && scope.resellers.includes(reseller);
  }
}
