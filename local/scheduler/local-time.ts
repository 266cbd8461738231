/** The instant at which clocks in `timezone` show `text` (`2026-12-01T09:00:00`), ms since the epoch. */
export function localTime(text: string, timezone: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) {
    throw new Error(`at(${text}): expected yyyy-mm-ddThh:mm:ss`);
  }
  const asUtc = Date.parse(`${text}Z`);
  // Twice, because the first guess can lie on the other side of a change to or from summer time.
  const guess = asUtc - offsetAt(asUtc, timezone);
  return asUtc - offsetAt(guess, timezone);
}

function offsetAt(instant: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const shown = `${value('year')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}:${value('second')}Z`;
  return Date.parse(shown) - instant;
}
