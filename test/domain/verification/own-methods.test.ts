import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MailDomains } from '../../../domain/verification/contact/mail-domains.ts';
import { Material } from '../../../domain/verification/material.ts';
import { MethodResult } from '../../../domain/verification/method-result.ts';
import { ownMethods } from '../../../domain/verification/own-methods.ts';
import { faultsOf } from '../../../domain/validation/faults.ts';
import { mutationOf } from '../../support/json-mutations.ts';
import { fullMaterial } from './full-material.ts';
import { company, person, today } from './parties.ts';
import { likeness, shippedVerification } from './samples.ts';

const seed = 20261123;
const terms = shippedVerification();
const mailDomains = MailDomains.parse(
  JSON.parse(readFileSync(new URL('../../../data/mail/mail-domains.json', import.meta.url), 'utf8')),
);
const methods = ownMethods({ terms, likeness, mailDomains });

describe('the methods of our own', () => {
  it('have ids and versions, each once', () => {
    expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
    expect(methods.every(({ version }) => version.length > 0)).toBe(true);
  });

  it('are named by the shipped policy under the category they are of; all other ids are outside', () => {
    const wrong = terms.checks.flatMap(({ category, anyOf }) =>
      anyOf.filter((id) => {
        const own = methods.find((method) => method.id === id);
        return own === undefined ? !id.startsWith('outside-') : own.category !== category;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('perform nothing on nothing, and pass nobody on it', () => {
    for (const party of [person({ name: undefined }), company({ name: undefined })]) {
      for (const method of methods) {
        expect(method.check({ party, material: {}, today })).toMatchObject({ outcome: 'notPerformed' });
      }
    }
  });

  it('give a result of the published form, the same each time, for whatever the schema lets in', () => {
    const parties = fc.constantFrom(
      person({ email: 'a@b.example', phone: '+33612345678' }),
      company({ email: 'x@y' }),
    );
    fc.assert(
      fc.property(mutationOf(fullMaterial), parties, (changed, party) => {
        const parsed = Material.safeParse(changed);
        if (!parsed.success) {
          expect(faultsOf(parsed.error).length).toBeGreaterThan(0);
          return;
        }
        for (const method of methods) {
          const result = method.check({ party, material: parsed.data, today });
          expect(MethodResult.safeParse(result).error).toBeUndefined();
          expect(method.check({ party, material: parsed.data, today })).toEqual(result);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('material', () => {
  const pointersOf = (changes: object) => {
    const parsed = Material.safeParse({ ...fullMaterial, ...changes });
    return parsed.success ? [] : faultsOf(parsed.error).map(({ pointer }) => pointer);
  };

  it('of five megabytes, of an unknown country or of an impossible date is refused with the place of each fault', () => {
    const huge = 'A'.repeat(5 * 1024 * 1024);
    expect(pointersOf({})).toEqual([]);
    expect(pointersOf({ mrz: [huge] })).toEqual(['/mrz/0']);
    expect(pointersOf({ iban: huge, website: huge })).toEqual(['/website', '/iban']);
    expect(pointersOf({ lei: { code: huge } })).toEqual(['/lei/code']);
    expect(pointersOf({ registration: { ...fullMaterial.registration, jurisdiction: 'QQ' } })).toEqual([
      '/registration/jurisdiction',
    ]);
    expect(pointersOf({ registration: { ...fullMaterial.registration, extractedOn: '2026-02-30' } })).toEqual(
      ['/registration/extractedOn'],
    );
    expect(pointersOf({ accesses: [{ country: 'QQ', at: 'yesterday', kind: 'access' }] })).toEqual([
      '/accesses/0/country',
      '/accesses/0/at',
    ]);
  });
});
