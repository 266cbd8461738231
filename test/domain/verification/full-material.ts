import type { Material } from '../../../domain/verification/material.ts';
import { sampleText } from './samples.ts';

const [specimen = '{}'] = sampleText('mrz_cases.ndjson').split('\n');

/** Something for every method to look at. */
export const fullMaterial: Material = {
  mrz: (JSON.parse(specimen) as { lines: string[] }).lines,
  registration: {
    register: 'RA000585',
    jurisdiction: 'GB',
    number: '01234567',
    name: 'Northern Compute Limited',
    status: 'active',
    extractedOn: '2026-11-01',
    obtainedFrom: 'register',
  },
  lei: { code: '549300YX4S1LLSMK2627' },
  website: 'https://northern.example',
  phone: { number: '+33612345678', isValid: true, countries: ['FR'] },
  iban: 'DE89370400440532013000',
  accesses: [{ country: 'FR', at: '2026-11-20T00:00:00Z', kind: 'access' }],
  signatories: [{ party: 's_1', authority: { kind: 'director' }, identity: 'verified' }],
};
