import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { owners, type OwnersOptions } from '../../cli/owners.ts';
import type { OwnerRow } from '../../domain/ownership/beneficial/owner-row.ts';
import { entity, holds, person, shares, type Sample } from '../domain/ownership/bods/bods-samples.ts';
import { publishedValidator } from '../schemas/published-validator.ts';

const directory = mkdtempSync(join(tmpdir(), 'owners-'));
const [input, out] = [join(directory, 'in.json'), join(directory, 'out.ndjson')];
const shipped = 'data/demo/ownership/harbour-group.ndjson';
let said = '';

async function asked(text: string, options: Partial<OwnersOptions> = {}) {
  writeFileSync(input, text);
  return answered({ input, ...options });
}

async function answered(options: OwnersOptions) {
  const code = await owners({ out, ...options });
  const rows = readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OwnerRow);
  return { code, rows };
}

const company: readonly Sample[] = [entity('S'), person('p'), holds('p', 'S', [shares({ exact: 30 })])];
const lines = (statements: readonly Sample[]) => statements.map((each) => JSON.stringify(each)).join('\n');

describe('kyc owners', () => {
  beforeEach(() => {
    said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('answers alike for an array, a package and lines', async () => {
    const forms = [JSON.stringify(company), JSON.stringify({ statements: company }, null, 2), lines(company)];
    for (const form of forms) {
      const { code, rows } = await asked(form);
      expect(code).toBe(0);
      expect(rows.map(({ subject, owners: found }) => [subject, found[0]?.share])).toEqual([
        ['S', { minimum: '3/10', maximum: '3/10' }],
      ]);
    }
  });

  it('writes lines of the published form, of the shipped sample too', async () => {
    const isPublishedForm = publishedValidator('owner-row.schema.json');
    const { code, rows } = await answered({ input: shipped });
    expect(code).toBe(0);
    for (const row of rows) expect(isPublishedForm(row), row.subject).toBe(true);
  });

  it('names each fault by statement and field, answers the rest, and says no', async () => {
    const bad = holds('p', 'S', [shares({ exact: 130 })]);
    const { code, rows } = await asked(lines([...company.slice(0, 2), bad]));
    expect(code).toBe(1);
    expect(rows).toHaveLength(1);
    expect(said).toContain(`statement ${String(bad.statementId)}: /recordDetails/interests/0/share/exact`);
  });

  it('says no where shares add up to more than the whole', async () => {
    const { code } = await asked(lines([...company, person('q'), holds('q', 'S', [shares({ exact: 71 })])]));
    expect(code).toBe(1);
    expect(said).toContain('the shares in S add up to more than the whole');
  });

  it('answers for one subject alone, and as of the day asked about', async () => {
    const { rows } = await answered({ input: shipped, subject: 'tidewater' });
    expect(rows.map(({ subject }) => subject)).toEqual(['tidewater']);
    const dated = [
      ...company.slice(0, 2),
      holds('p', 'S', [shares({ exact: 30 }, { endDate: '2026-05-01' })]),
    ];
    expect((await asked(lines(dated), { asOf: '2026-04-30' })).rows[0]?.owners).toHaveLength(1);
    expect((await asked(lines(dated), { asOf: '2026-05-01' })).rows[0]?.owners).toHaveLength(0);
  });

  it.each([
    ['a file that is not there', { input: '/nowhere/at/all' }, 'cannot be read'],
    ['a subject that is not there', { input: shipped, subject: 'nobody' }, 'holds no entity nobody'],
    ['a policy of another kind', { input: shipped, policy: 'data/policies/us-ofac.json' }, 'identification'],
  ])('could not tell from %s', async (_, options, message) => {
    await expect(owners({ out, ...options })).rejects.toThrow(message);
  });

  it.each([
    ['statements of 0.3', '[{"statementID":"x","statementType":"personStatement"}]', 'expected version 0.4'],
    ['no statement at all', '{"a":1}', 'no BODS 0.4 statement'],
    ['nothing', '', 'is empty'],
  ])('could not tell from %s', async (_, text, message) => {
    await expect(asked(text)).rejects.toThrow(message);
  });
});
