const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** Whole days from one day to another, both as YYYY-MM-DD; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsOfDay);
}
