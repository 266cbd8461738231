import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { certificationJsonSchema } from '../../../domain/reporting/certification-report-schema.ts';
import { certificationReport, reportText } from '../../../domain/reporting/certification-report.ts';
import { formF1 } from '../../../domain/reporting/form-f1.ts';
import type { LegalNotice } from '../../../domain/reporting/legal-notice.ts';
import { account, certificationInput, legalNotice, owner } from './certification-sample.ts';

const accounts = [
  account('a', { identity: 'failed', owners: [owner('p')] }),
  account('b', { country: null }),
];

async function reportWith(differing: Parameters<typeof certificationInput>[1] = {}) {
  return certificationReport(await certificationInput(accounts, differing));
}

describe('items of the form', () => {
  it('lists every item of the form, produced or not, each with a sentence for the reader', async () => {
    const { items } = await reportWith();
    expect(items.map((item) => item.id)).toEqual(formF1.map((item) => item.id));
    expect(
      items.every((item) => item.status.startsWith(item.state === 'produced' ? 'Produced' : 'Not produced')),
    ).toBe(true);
  });

  it('produces the three counted figures without being told them', async () => {
    const { items } = await reportWith();
    const produced = items.filter((item) => item.state === 'produced');
    expect(produced.map((item) => [item.id, item.value.kind !== 'narrative' && item.value.total])).toEqual([
      ['F1-11', 2],
      ['F1-12', 1],
      ['F1-14', 1],
    ]);
  });

  it('tells apart what is optional and off, what was not supplied, and what is not built', async () => {
    const { items } = await reportWith({ optionalItems: ['F1-02'] });
    const because = new Map(items.map((item) => [item.id, item.state === 'notProduced' && item.because]));
    expect(because.get('F1-02')).toBe('notSupplied');
    expect(because.get('F1-03')).toBe('optionalNotSwitchedOn');
    expect(because.get('F1-13')).toBe('notBuilt');
  });

  it('carries a narrative as supplied, with its source', async () => {
    const { items } = await reportWith({
      narratives: { 'F1-01': { text: 'By documents.', source: 'CIP 3' } },
    });
    expect(items[0]).toMatchObject({ state: 'produced', value: { text: 'By documents.', source: 'CIP 3' } });
  });

  it('refuses a text for an item that is counted', async () => {
    const told = reportWith({ narratives: { 'F1-11': { text: '5', source: 'me' } } });
    await expect(told).rejects.toThrow(/^item F1-11: expected no text/);
  });

  it('refuses an item the form does not have', async () => {
    await expect(reportWith({ optionalItems: ['F1-18'] })).rejects.toThrow(
      /^item F1-18: expected an item of form F1/,
    );
  });
});

describe('honesty', () => {
  it('refuses a notice that says the proposal is in force', async () => {
    const legal = { ...legalNotice, inForce: true } as unknown as LegalNotice;
    await expect(reportWith({ legal })).rejects.toThrow(/legal\.inForce/);
  });

  it('keeps figures that were not supplied apart from zero', async () => {
    const { context } = await reportWith();
    expect(context.screenings).toBeNull();
    expect(context.cases).toBeNull();
  });

  it('refuses a report prepared before the instant it counts at', async () => {
    await expect(reportWith({ preparedAt: '2026-11-22T23:59:59Z' })).rejects.toThrow(
      /at or after the as-of instant/,
    );
  });

  it('names the field that does not fit', async () => {
    const { basis } = await certificationInput(accounts);
    await expect(reportWith({ basis: { ...basis, listDigest: 'abc' } })).rejects.toThrow(
      /reproducibility\.listDigest: expected SHA-256/,
    );
  });
});

describe('report.json', () => {
  const file = new URL('../../../docs/schemas/report-certification.schema.json', import.meta.url);

  it('is the same bytes for the same input', async () => {
    expect(reportText(await reportWith())).toBe(reportText(await reportWith()));
  });

  it('has a published schema that has not drifted from the code', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(certificationJsonSchema());
  });

  it('is accepted by an independent validator of the published schema', async () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    // Dates are held by `pattern` beside `format`, and ajv knows no formats by itself.
    ajv.addFormat('date-time', true).addFormat('date', true);
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    validate(JSON.parse(reportText(await reportWith())));
    expect(validate.errors).toBeNull();
    expect(validate({ ...(await reportWith()), legal: { ...legalNotice, inForce: true } })).toBe(false);
  });
});
