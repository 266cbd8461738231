import { describe, expect, it } from 'vitest';
import { leiExtract } from '../../../../domain/verification/registration/gleif-book.ts';
import { readLeiXml } from '../../../../domain/verification/registration/lei-xml.ts';
import { sampleRows, sampleText } from '../samples.ts';

const file = 'lei2-2018-09-01-first-10.xml';
const text = sampleText(file);
const rows = sampleRows<Record<string, string>>('lei_valid.csv').filter(
  ({ lei = '', legal_name: name }) => name !== '' && text.includes(`<lei:LEI>${lei}</lei:LEI>`),
);
const read = (source: string, wanted: readonly string[]) => readLeiXml(file, [source], new Set(wanted));

describe('GLEIF’s file of level 1 records', () => {
  it('gives what the table of its entities has, for every one that is wanted', () => {
    const wanted = rows.map(({ lei = '' }) => lei);
    const reading = read(text, wanted);
    if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
    expect(wanted.length).toBeGreaterThan(5);
    expect(reading.book.publishedOn).toBe('2018-09-01');
    for (const { lei = '', ...row } of rows) {
      expect(leiExtract(reading.book, lei)).toMatchObject({
        entity: {
          legalName: row.legal_name,
          jurisdiction: row.jurisdiction,
          entityStatus: row.entity_status,
          registrationStatus: row.registration_status,
        },
        ultimateParent: { known: 'notReported' },
      });
    }
  });

  it('keeps nothing that is not wanted', () => {
    expect(read(text, [])).toEqual({ book: { records: [], publishedOn: '2018-09-01' } });
  });

  it.each([
    ['cut short', text.slice(0, 5000)],
    ['of another root', '<html></html>'],
    ['that is empty', ''],
    ['without a date', text.replace(/<lei:ContentDate>.*?<\/lei:ContentDate>/, '')],
  ])('%s is refused with what was expected', (_what, source) => {
    expect(read(source, [])).toMatchObject({
      faults: [{ problem: expect.stringMatching(/^must /) as string }],
    });
  });
});
