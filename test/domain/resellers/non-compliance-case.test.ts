import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  openNonCompliance,
  stepNonCompliance,
  type NonComplianceCase,
  type OpenedCase,
} from '../../../domain/resellers/non-compliance-case.ts';
import {
  nonComplianceProofs,
  nonComplianceStates,
  nonComplianceTransitions,
  type NonComplianceTransitionName,
} from '../../../domain/resellers/non-compliance-transitions.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const seed = 7310;
const pack = shippedPack('us-iaas-nprm-2024');
const clock = pack.kind === 'identification' ? pack.deadlines.find(({ id }) => id === 'DL-02') : undefined;
if (!clock) throw new Error('expected DL-02');
const at = '2026-11-23T10:00:00.000Z';

const opened = (differing: Partial<OpenedCase> = {}): NonComplianceCase =>
  openNonCompliance(
    {
      ...{ id: 'nc_1', reseller: 'r1', knownAt: '2026-11-01T08:00:00.000Z', openedBy: 'alice' },
      ...{ proofs: [...nonComplianceProofs], isMalicious: false },
      ...differing,
    },
    clock,
    { pack, remindersAtPercent: [50, 80] },
  );
function after(start: NonComplianceCase, ...steps: [NonComplianceTransitionName, string][]) {
  let current = start;
  for (const [name, by] of steps) {
    const step = stepNonCompliance(current, name, by, at);
    if (step.outcome !== 'moves') return step;
    current = step.case;
  }
  return current;
}

describe('a case of a reseller that does not comply (R-20)', () => {
  it('has its clock from when the provider learnt of it', () => {
    expect(opened().deadline).toMatchObject({
      basis: { term: 'DL-02', rule: 'RES-04' },
      startedAt: '2026-11-01T08:00:00.000Z',
      dueAt: '2026-12-01T23:59:59.999Z',
    });
  });

  it('ends by termination or remedy, and only that answers the clock', () => {
    const proposed = after(opened(), ['proposeTermination', 'alice']);
    expect(proposed).toMatchObject({ state: 'terminationProposed', deadline: { state: 'open' } });
    expect(after(opened(), ['proposeTermination', 'alice'], ['terminate', 'bob'])).toMatchObject({
      state: 'terminated',
      deadline: { state: 'answered', answeredAt: at },
    });
  });

  it('does not end before malicious activity was reported to the authorities', () => {
    const proofs = nonComplianceProofs.filter((proof) => proof !== 'authorityReport');
    const malicious = opened({ isMalicious: true, proofs });
    expect(after(malicious, ['proposeTermination', 'carol'], ['terminate', 'bob'])).toEqual({
      outcome: 'refused',
      because: 'proofMissing',
      proof: 'authorityReport',
    });
  });

  it(`is never ended by whoever opened it or proposed its end, whatever the steps (seed ${seed})`, () => {
    const names = Object.keys(nonComplianceTransitions) as NonComplianceTransitionName[];
    const steps = fc.array(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom('alice', 'bob', 'administrator')),
    );
    fc.assert(
      fc.property(steps, (taken) => {
        let current = opened();
        for (const [name, by] of taken) {
          const step = stepNonCompliance(current, name, by, at);
          if (step.outcome !== 'moves') continue;
          expect(nonComplianceStates, `seed ${seed}`).toContain(step.case.state);
          expect(step.action).toMatch(/^reseller\./);
          if (step.case.deadline.state === 'answered')
            expect([current.openedBy, current.proposedBy]).not.toContain(by);
          current = step.case;
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
