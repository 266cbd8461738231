import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCells } from '../../../domain/resellers/csv-cells.ts';
import { ResellerSubmission, type SubmittedRecord } from '../../../domain/resellers/reseller-submission.ts';
import {
  readTemplate,
  templateColumns,
  writeTemplate,
} from '../../../domain/resellers/submission-template.ts';
import { faultsOf } from '../../../domain/validation/faults.ts';

const seed = 7309;
const record: SubmittedRecord = {
  ...{ account: 'a1', party: 'p1', role: 'customer', kind: 'individual', name: 'Jane Example' },
  ...{ country: 'DE', phone: '+49 30 1234567', identity: 'verified', verifiedOn: '2026-03-01' },
};
const template = writeTemplate([record]);
const faultsIn = (text: string) => {
  const reading = readTemplate(text);
  return reading.outcome === 'refused' ? reading.faults : [];
};

describe('the template for small resellers', () => {
  it('is read as it was written', () => {
    expect(readTemplate(template)).toEqual({ outcome: 'read', records: [record] });
  });

  it('is read with semicolons, a byte order mark, blank lines and columns in another order', () => {
    const german =
      '\uFEFFparty;account;role;kind;name;identity;country\r\n\r\np1;a1;owner;entity;"A; B";failed;AT\r\n';
    const others = Object.keys(templateColumns).filter((column) => !german.split('\r')[0]?.includes(column));
    const [header, ...rest] = german.split('\r\n');
    const text = [
      [header, ...others].join(';'),
      ...rest.map((line) => (line ? line + ';'.repeat(others.length) : '')),
    ];
    expect(readTemplate(text.join('\r\n'))).toMatchObject({
      outcome: 'read',
      records: [{ name: 'A; B', country: 'AT' }],
    });
  });

  it('names the line and the column of each fault, and takes nothing', () => {
    const text = template
      .replace('Jane Example,,,,,DE', 'Jane Example,,,,,Germany')
      .replace('2026-03-01', 'March');
    expect(faultsIn(text)).toEqual([
      { line: 2, column: 'country', problem: 'must be an ISO 3166-1 alpha-2 country code, such as DE' },
      { line: 2, column: 'verifiedOn', problem: 'must be a valid date' },
    ]);
  });

  it.each([
    ['nothing', '', [{ line: 1, column: null }]],
    ['a header alone', writeTemplate(), [{ line: 2, column: null }]],
    [
      'a column missing',
      template.replace('email,', '').replace(',,card', ',card'),
      [{ line: 1, column: 'email' }],
    ],
    [
      'a column of their own',
      template.replace('email', 'e-mail'),
      [{ column: 'email' }, { column: 'e-mail' }],
    ],
    ['more columns than anybody names', Array.from({ length: 5000 }, (_, n) => n).join(','), [{ line: 1 }]],
    ['a cell too many', template.replace(/\r\n$/, ',x\r\n'), [{ line: 2, column: null }]],
    ['a quote that does not end', template.replace('Jane', '"Jane'), [{ line: 2, column: null }]],
    ['one party twice', `${template}${String(template.split('\r\n')[1])}`, [{ line: 3, column: 'party' }]],
  ])('refuses %s', (_name, text, expected) => {
    expect(faultsIn(text)).toMatchObject(expected);
  });

  it(`lets no cell run as a formula, and gives back what was written (seed ${seed})`, () => {
    const start = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', '');
    const name = fc
      .tuple(start, fc.string({ minLength: 1, maxLength: 20 }))
      .map(([first, rest]) => (first + rest).trim())
      .filter((text) => text !== '' && !text.startsWith("'"));
    fc.assert(
      fc.property(name, (text) => {
        const out = writeTemplate([{ ...record, name: text }]);
        const cells = csvCells(out);
        const written = cells.outcome === 'read' ? cells.records.flatMap((each) => each.cells) : ['='];
        expect(
          written.filter((cell) => /^[=+\-@]/.test(cell)),
          `seed ${seed}`,
        ).toEqual([]);
        expect(readTemplate(out)).toMatchObject({ records: [{ name: text }] });
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('a submission', () => {
  const submission = {
    ...{ v: 1, submission: 's1', reseller: 'r1', period: { from: '2026-01-01', to: '2026-12-31' } },
    programme: { version: '1', sha256: 'a'.repeat(64) },
    counts: { accounts: 10, foreignAccounts: 4, unverifiedForeignAccounts: 1 },
  };
  const pointers = (differing: object) => {
    const parsed = ResellerSubmission.safeParse({ ...submission, ...differing });
    return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer }) => pointer);
  };

  it('may hold counts alone, or records with them', () => {
    expect(pointers({})).toEqual([]);
    expect(pointers({ records: [record] })).toEqual([]);
  });

  it('is refused with the place of what cannot be', () => {
    expect(pointers({ counts: { accounts: 1, foreignAccounts: 2, unverifiedForeignAccounts: 3 } })).toEqual([
      '/counts/foreignAccounts',
      '/counts/unverifiedForeignAccounts',
    ]);
    expect(pointers({ period: { from: '2026-02-01', to: '2026-01-01' } })).toEqual(['/period/to']);
    expect(pointers({ records: [{ ...record, colour: 'red' }] })).toEqual(['/records/0/colour']);
  });
});
