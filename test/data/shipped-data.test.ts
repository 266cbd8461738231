import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const data = new URL('../../data/', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, data), 'utf8');
const rows = (path: string) => parse<Record<string, string>>(text(path), { columns: true });
const lists = readdirSync(new URL('lists/', data)).map((folder) => `lists/${folder}`);
const owned = ['accelerators', 'geo', 'instance-types', 'policies', ...lists];

describe('each folder of reference data', () => {
  it.each(owned)('%s states its source, date and licence', (folder) => {
    const readme = text(`${folder}/README.md`);
    expect(readme).toMatch(/\*\*Source:\*\*/);
    expect(readme).toMatch(/\*\*Licence:\*\*/);
    expect(readme).toMatch(/20\d\d/);
  });

  it.each(lists)('%s says that it is for screening nobody', (folder) => {
    expect(text(`${folder}/README.md`)).toContain('Never for screening anyone');
  });

  it('holds the files of the July 2021 set, and of August SDN.CSV alone', () => {
    const csv = (folder: string) => readdirSync(new URL(folder, data)).filter((file) => file.endsWith('.gz'));
    expect(csv('lists/ofac-2021-07').sort()).toEqual([
      'add.csv.gz',
      'alt.csv.gz',
      'sdn.csv.gz',
      'sdn_comments.csv.gz',
    ]);
    expect(csv('lists/ofac-2021-08-18')).toEqual(['sdn.csv.gz']);
  });
});

describe('accelerators and instance types', () => {
  it('join: every instance type names an accelerator that is in the table', () => {
    const known = new Set(rows('accelerators/accelerators.csv').map(({ accelerator_id: id }) => id));
    const types = rows('instance-types/instance-types.csv');
    expect([known.size, types.length]).toEqual([55, 56]);
    expect(types.filter(({ accelerator_id: id }) => !known.has(id)).map((row) => row.instance_type)).toEqual([]);
  });

  it('are credited in NOTICE in the words that the licence asks for', () => {
    const notice = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8');
    expect(notice).toContain("Epoch AI, 'Machine Learning Hardware', epoch.ai/data/machine-learning-hardware, CC BY 4.0");
    expect(notice).toContain('Changed:');
    expect(notice).toContain('Copyright (c) 2020 Titus Wormer');
  });
});

describe('the pack of the proposed rule', () => {
  const pack = JSON.parse(text('policies/us-iaas-nprm-2024.json')) as {
    status: string;
    dormant: boolean;
    legalNote: string;
    rules: { id: string; status: string }[];
  };

  it('says that it is a proposal, never final and binding nobody, in every row', () => {
    expect(pack).toMatchObject({ status: 'proposed', dormant: true });
    expect(pack.legalNote).toMatch(/never made final and binds nobody/);
    expect(new Set(pack.rules.map(({ status }) => status))).toEqual(new Set(['proposed']));
  });

  it('says that a withdrawal is reported and how sure that is', () => {
    expect(pack).toMatchObject({ withdrawal: { reportedFor: '2025-12', confidence: 'medium' } });
  });

  it('holds the minimum data of R-06', () => {
    const ids = pack.rules.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['DATA-01', 'DATA-02', 'DATA-05', 'DATA-06', 'DATA-07']));
  });
});
