import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conformance } from '../../../cli/verification/conformance.ts';
import type { ConformanceVerdict } from '../../../domain/verification/provider/judge-conformance.ts';
import { conformingVendor, type Departures } from '../../support/conforming-vendor.ts';
import { Vendor } from '../../support/vendor.ts';

let folder: string;
let vendor: Vendor | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(async () => {
  await vendor?.close();
  vendor = undefined;
  rmSync(folder, { recursive: true });
});

const optionsFor = (endpoint: string, secret: string, within = 5) => {
  const secretFile = join(folder, 'secret.txt');
  writeFileSync(secretFile, `${secret}\n`);
  const out = join(folder, 'verdicts.ndjson');
  return { endpoint, secretFile, out, method: 'outside-document', category: 'documentary', within } as const;
};

/** The exit code, and the cases that do not conform. */
async function heldAgainst(meant: Vendor, within?: number) {
  vendor = await meant.listen();
  const options = optionsFor(vendor.url, vendor.secret, within);
  const code = await conformance(options);
  const verdicts = readFileSync(options.out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ConformanceVerdict);
  return {
    code,
    verdicts,
    wrong: verdicts.filter(({ conforms }) => !conforms).map((verdict) => verdict.case),
  };
}
const departing = (departures: Departures) => heldAgainst(conformingVendor(departures));

describe('the conformance kit', () => {
  it('finds nothing wrong with a provider that keeps to the contract', async () => {
    const { code, wrong, verdicts } = await heldAgainst(conformingVendor());
    expect(wrong).toEqual([]);
    expect(code).toBe(0);
    expect(verdicts.length).toBeGreaterThan(10);
  });

  it('finds a stub that passes everything, and one that passes specimens as if it were live', async () => {
    const passing = await departing({ answers: (answer) => ({ ...answer, outcome: 'passed', reasons: [] }) });
    expect(passing.code).toBe(1);
    expect(passing.wrong).toEqual(['wrong-check-digit', 'nothing-to-check', 'unreadable-document']);
    await vendor?.close();
    const live = await departing({ answers: (answer) => ({ ...answer, mode: 'live' }) });
    expect(live.wrong).toEqual(['specimen-document', 'repeated-id', 'reused-id']);
    expect(live.verdicts[0]?.found).toBe('passed in mode live');
  });

  it('finds one that checks no signatures, or signs with another secret', async () => {
    const open = await departing({ checksSignatures: false });
    expect(open.wrong).toEqual(['wrong-secret', 'old-timestamp', 'no-signature']);
    await vendor?.close();
    const other = await departing({ signsWith: Buffer.alloc(32, 'x').toString('base64') });
    expect(other.wrong).toContain('specimen-document');
    expect(other.verdicts[0]?.found).toMatch(/without a right signature/);
  });

  it('finds one that takes an id twice for two requests, or answers another check', async () => {
    expect((await departing({ refusesReusedIds: false })).wrong).toEqual(['reused-id']);
    await vendor?.close();
    const mixed = await departing({ answers: (answer) => ({ ...answer, checkId: 'another' }) });
    expect(mixed.verdicts[0]?.found).toBe('the answer to another check');
  });

  it('finds one that answers the same check in two ways', async () => {
    let time = 0;
    const fickle = await departing({
      answers: (answer) => {
        time += 1;
        return time % 2 === 0 ? answer : { ...answer, outcome: 'inconclusive', reasons: ['blurred'] };
      },
    });
    expect(fickle.wrong).toContain('repeated-id');
  });

  it('finds one that answers in garbage, or not in time', async () => {
    const garbage = await heldAgainst(
      new Vendor(({ id }) => vendor?.signed(id, 'garbage', new Date()) ?? null),
    );
    expect(garbage.verdicts[0]?.found).toMatch(/breaks identity-check-answer/);
    await vendor?.close();
    const slow = await heldAgainst(
      new Vendor(({ id }) => (id.endsWith('-specimen-document') ? null : { status: 401 })),
      1,
    );
    expect(slow.verdicts[0]?.found).toBe('no answer in 1 s');
  });

  it('could not tell where nobody can be reached, or the secret is none', async () => {
    vendor = await conformingVendor().listen();
    const { url, secret } = vendor;
    await expect(conformance(optionsFor(url, 'no secret'))).rejects.toThrow(/expected one line of base64/);
    await expect(
      conformance({ ...optionsFor(url, secret), secretFile: join(folder, 'none') }),
    ).rejects.toThrow(/cannot be read/);
    await vendor.close();
    vendor = undefined;
    await expect(conformance(optionsFor(url, secret))).rejects.toThrow(/cannot be reached/);
  });
});
