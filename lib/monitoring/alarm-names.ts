/**
 * Every alarm by name. Each has a heading of the same words in `docs/runbook.md` (what it means, where to look, what
 * to do); a test joins the two, both ways.
 */
export const alarmNames = {
  messagesFailed: 'Events in the dead-letter queue',
  queueOld: 'Events wait too long',
  eventParked: 'Event parked',
  verificationFailed: 'Verification failed',
  rescreeningFailed: 'Re-screening failed',
  rescreeningOverdue: 'Re-screening overdue',
  reportFailed: 'Report failed',
  sweepFailed: 'Sweep failed',
  noticesPending: 'Notices not delivered',
  listRefused: 'List refused',
  listsUnusable: 'Lists unusable',
  logNotVerified: 'Audit log not verified',
  logNotSequenced: 'Audit log not sequenced',
  executionCutOff: 'Execution cut off',
  scheduleNotDelivered: 'Schedule not delivered',
  functionsFailing: 'Functions failing',
  nobodyScreened: 'Parties not screened',
  webhooksFailing: 'Webhooks failing',
} as const;

export type AlarmName = (typeof alarmNames)[keyof typeof alarmNames];
