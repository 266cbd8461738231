/** Under which name the body of an event is sealed in the inbox. */
export function sealedSubject(eventId: string): string {
  return `event:${eventId}`;
}
