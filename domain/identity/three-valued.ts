/** `null` is "not known": neither true nor false. */
export type Truth = boolean | null;

/** Kleene's OR: true as soon as one is true, false only when all are known to be false. */
export function anyHolds(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** Kleene's AND: false as soon as one is false, true only when all are known to be true. */
export function allHold(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}
