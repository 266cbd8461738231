import type { noticeTypes } from '../notices/notice.ts';
import type { PermissionPolicy } from '../risk/decide-account.ts';
import {
  programmeStates,
  type ProgrammeCondition,
  type ProgrammeState,
  type StartedTerm,
} from './programme-states.ts';

export interface ProgrammeTransition {
  readonly from: readonly ProgrammeState[];
  readonly to: ProgrammeState;
  readonly by: readonly ('system' | 'person' | 'provider')[];
  /** Taken by a person other than the one who opened or proposed it. */
  readonly secondPerson?: true;
  readonly needs?: readonly ProgrammeCondition[];
  /** The clause of the pack that the step stands for. */
  readonly clause:
    'CIP-04' | 'CIP-06' | 'CIP-08' | 'FAIL-01' | 'FAIL-02' | 'FAIL-03' | 'FAIL-04' | 'REC-03' | 'SM-06';
  /** Action of the audit entry that is written with it. */
  readonly action: `account.${string}`;
  readonly notices: readonly (typeof noticeTypes)[number][];
  readonly starts: readonly StartedTerm[];
  readonly answers: readonly StartedTerm[];
  /** Which of the policy's permissions holds afterwards, where the state alone does not say. */
  readonly permission?: keyof PermissionPolicy;
}

const verification: readonly StartedTerm[] = ['DL-16-provisional', 'DL-16-information'];
const told = ['account.permission.changed'] as const;
const asked = ['account.permission.changed', 'information.requested'] as const;
const toClose = ['account.permission.changed', 'account.closure.required'] as const;

/**
 * The four branches of a failed verification, and what leads into and out of them. The stored condition, the audit
 * entry, the notices, the deadlines, the diagram in `docs/design.md` and the property tests come from this table.
 */
export const programmeTransitions = {
  beginVerification: {
    from: ['pending'],
    to: 'provisionalRestricted',
    by: ['system'],
    clause: 'FAIL-02',
    action: 'account.provisional',
    notices: asked,
    starts: verification,
    answers: [],
  },
  verify: {
    from: ['pending', 'provisionalRestricted', 'monitoredUnverified'],
    to: 'verified',
    by: ['system'],
    needs: ['identityVerified'],
    clause: 'CIP-04',
    action: 'account.verified',
    notices: told,
    starts: ['DL-15'],
    answers: [...verification, 'DL-15', 'DL-16-monitoring'],
  },
  reverify: {
    from: ['verified', 'monitoredUnverified'],
    to: 'provisionalRestricted',
    by: ['system'],
    clause: 'CIP-08',
    action: 'account.reverification',
    notices: asked,
    starts: verification,
    answers: ['DL-16-monitoring'],
  },
  refer: {
    from: ['pending', 'provisionalRestricted', 'underReview', 'verified', 'monitoredUnverified', 'refused'],
    to: 'underReview',
    by: ['system', 'person'],
    clause: 'CIP-06',
    action: 'account.referred',
    notices: ['account.permission.changed', 'case.opened'],
    starts: [],
    answers: [],
  },
  approve: {
    from: ['underReview'],
    to: 'verified',
    by: ['person'],
    secondPerson: true,
    needs: ['nothingOwed'],
    clause: 'CIP-06',
    action: 'account.verified',
    notices: told,
    starts: ['DL-15'],
    answers: [...verification, 'DL-15', 'DL-16-monitoring', 'DL-16-redress'],
  },
  approveProvisionally: {
    from: ['underReview'],
    to: 'provisionalRestricted',
    by: ['person'],
    secondPerson: true,
    clause: 'FAIL-02',
    action: 'account.provisional',
    notices: asked,
    starts: verification,
    answers: ['DL-16-redress'],
  },
  refuse: {
    from: ['underReview'],
    to: 'refused',
    by: ['person'],
    secondPerson: true,
    clause: 'FAIL-01',
    action: 'account.refused',
    notices: toClose,
    starts: ['DL-16-redress'],
    answers: verification,
  },
  lapse: {
    from: ['underReview'],
    to: 'provisionalRestricted',
    by: ['system'],
    clause: 'FAIL-02',
    action: 'account.reviewLapsed',
    notices: told,
    starts: verification,
    answers: [],
    permission: 'afterLapsedReview',
  },
  refuseToOpen: {
    from: ['pending'],
    to: 'refused',
    by: ['system'],
    needs: ['measureProhibits'],
    clause: 'FAIL-01',
    action: 'account.refused',
    notices: toClose,
    starts: ['DL-16-redress'],
    answers: [],
  },
  prohibit: {
    from: ['provisionalRestricted', 'underReview', 'verified', 'monitoredUnverified'],
    to: 'closing',
    by: ['system'],
    needs: ['measureProhibits'],
    clause: 'SM-06',
    action: 'account.prohibited',
    notices: toClose,
    starts: ['DL-16-closing'],
    answers: verification,
  },
  monitor: {
    from: ['provisionalRestricted'],
    to: 'monitoredUnverified',
    by: ['system'],
    clause: 'FAIL-03',
    needs: ['termOver', 'policyMonitors'],
    action: 'account.monitored',
    notices: told,
    starts: ['DL-16-monitoring'],
    answers: [],
  },
  beginClosing: {
    from: ['provisionalRestricted'],
    to: 'closing',
    by: ['system'],
    clause: 'FAIL-03',
    needs: ['termOver', 'policyCloses'],
    action: 'account.closing',
    notices: toClose,
    starts: ['DL-16-closing', 'DL-16-redress'],
    answers: [],
  },
  endMonitoring: {
    from: ['monitoredUnverified'],
    to: 'closing',
    by: ['system'],
    needs: ['termOver'],
    clause: 'FAIL-03',
    action: 'account.closing',
    notices: toClose,
    starts: ['DL-16-closing', 'DL-16-redress'],
    answers: [],
  },
  escalateClosing: {
    from: ['closing'],
    to: 'closing',
    by: ['system'],
    needs: ['termOver'],
    clause: 'FAIL-03',
    action: 'account.closureOverdue',
    notices: ['account.closure.required'],
    starts: ['DL-16-closing'],
    answers: [],
  },
  openRedress: {
    from: ['refused', 'monitoredUnverified', 'closing'],
    to: 'redressOpen',
    by: ['person'],
    clause: 'FAIL-04',
    action: 'account.redressOpened',
    notices: asked,
    starts: ['DL-16-redressDecision'],
    answers: ['DL-16-redress', 'DL-16-closing', 'DL-16-monitoring'],
  },
  reportCompromise: {
    from: ['provisionalRestricted', 'verified', 'monitoredUnverified'],
    to: 'redressOpen',
    by: ['person', 'provider'],
    clause: 'FAIL-04',
    action: 'account.compromised',
    notices: asked,
    starts: ['DL-16-redressDecision'],
    answers: [...verification, 'DL-16-monitoring'],
  },
  escalateRedress: {
    from: ['redressOpen'],
    to: 'redressOpen',
    by: ['system'],
    needs: ['termOver'],
    clause: 'FAIL-04',
    action: 'account.redressOverdue',
    notices: ['information.requested'],
    answers: [],
    starts: ['DL-16-redressDecision'],
  },
  grantRedress: {
    from: ['redressOpen'],
    to: 'provisionalRestricted',
    by: ['person'],
    secondPerson: true,
    clause: 'FAIL-04',
    action: 'account.redressGranted',
    notices: asked,
    starts: verification,
    answers: ['DL-16-redressDecision'],
  },
  rejectRedress: {
    from: ['redressOpen'],
    to: 'closing',
    by: ['person'],
    secondPerson: true,
    clause: 'FAIL-04',
    action: 'account.redressRejected',
    notices: toClose,
    starts: ['DL-16-closing'],
    answers: ['DL-16-redressDecision'],
  },
  confirmClosed: {
    from: programmeStates.filter((state) => state !== 'closed'),
    to: 'closed',
    by: ['provider'],
    clause: 'REC-03',
    action: 'account.closed',
    notices: told,
    starts: ['DL-07'],
    answers: [...verification, 'DL-15', 'DL-16-monitoring', 'DL-16-closing'],
  },
} as const satisfies Record<string, ProgrammeTransition>;

export type ProgrammeTransitionName = keyof typeof programmeTransitions;
