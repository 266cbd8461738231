export type ListRefusal =
  | 'anotherList'
  | 'brokenNames'
  | 'empty'
  | 'factsLost'
  | 'grown'
  | 'hollow'
  | 'incomplete'
  | 'nameTooLong'
  | 'olderThanCurrent'
  | 'oneNameForMany'
  | 'readsBadly'
  | 'rewritten'
  | 'sentinelMissing'
  | 'shrunk'
  | 'tooFew';

export interface Refusal {
  readonly because: ListRefusal;
  readonly detail: string;
}

/** @param share 0 to 1 */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
