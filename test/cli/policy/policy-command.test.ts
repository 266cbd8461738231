import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { policyCheck, type PolicyCheckReport } from '../../../cli/policy/policy-check.ts';
import { policyDiff } from '../../../cli/policy/policy-diff.ts';
import { policyShow } from '../../../cli/policy/policy-show.ts';
import { shippedPackNames, shippedText } from '../../domain/policy/shipped-packs.ts';

const scratch = mkdtempSync(join(tmpdir(), 'policy-'));
let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

describe('kyc policy check', () => {
  it('finds the packs that ship sound, and answers yes', () => {
    expect(policyCheck(undefined, { json: true })).toBe(0);
    const report = JSON.parse(written) as PolicyCheckReport;
    expect(report.packs.map(({ id }) => id)).toEqual([...shippedPackNames]);
    expect(report.faults).toEqual([]);
  });

  it('names the file and the place of each fault, and answers no', () => {
    const broken = file(
      'broken.json',
      shippedText('us-ofac').replace('"asOf": "2026-11-23"', '"asOf": "soon"'),
    );
    expect(policyCheck(broken, {})).toBe(1);
    expect(written).toContain('FAULT     broken.json /asOf: must be a valid date');
    expect(written).toContain('not sound 1 faults');
  });

  it('finds words in a single file that make law of a proposal', () => {
    const text = shippedText('us-iaas-nprm-2024').replace(
      /"legalNote": "[^"]*"/,
      '"legalNote": "It is in force."',
    );
    expect(policyCheck(file('lie.json', text), {})).toBe(1);
    expect(written).toContain('FAULT     lie.json /legalNote: must not read as if a rule were in force');
  });

  it('could not tell of what is not there', () => {
    expect(() => policyCheck('no-such-pack', {})).toThrow(
      'no-such-pack is no file, no folder and no pack that ships; expected one of provider-default',
    );
  });
});

describe('kyc policy show', () => {
  it('says of every pack where it stands', () => {
    policyShow(undefined, {});
    expect(written).toMatch(/us-iaas-nprm-2024 .* PROPOSED, never made final: binds nobody/);
    expect(written).toMatch(/us-bis-affiliates .* UNCERTAIN/);
  });

  it('shows of one pack each clause with its evidence, and its deadlines', () => {
    policyShow('us-iaas-nprm-2024', {});
    expect(written).toMatch(/CIP-13 .*\n.*evidence V-NLR; R-27, R-05, R-19/);
    expect(written).toMatch(/DL-15 +open +riskBased +CIP-08/);
    expect(written).toMatch(/DL-02 +30 +calendarDays +RES-04/);
  });
});

describe('kyc policy diff', () => {
  it('says what changes, and whom it concerns', () => {
    const other = file(
      'other.json',
      shippedText('provider-default').replace('"heartbeatDays": 3', '"heartbeatDays": 4'),
    );
    policyDiff('provider-default', other, {});
    expect(written).toBe(
      'concerns  cases, from the next that is opened\nchanged   /review/heartbeatDays\n          - 3\n          + 4\n',
    );
  });

  it('says when nothing differs', () => {
    policyDiff('us-ofac', 'us-ofac', {});
    expect(written).toBe('nothing differs\n');
  });

  it('could not tell from a folder', () => {
    expect(() => {
      policyDiff('data/policies', 'us-ofac', {});
    }).toThrow('data/policies holds several packs; name one file or one pack');
  });
});
