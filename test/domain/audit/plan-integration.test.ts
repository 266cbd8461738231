import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planIntegration } from '../../../domain/audit/plan-integration.ts';
import { emptyEdge } from '../../../domain/audit/right-edge.ts';
import { logPaths } from '../../../domain/audit/tile-path.ts';
import { referenceRoot } from './reference-tree.ts';

const origin = 'audit.example.com/kyc';
const leaves = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));

describe('appending to a log', () => {
  it('gives the root hashes of the test vectors that Certificate Transparency logs share', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const rootOf = (count: number): string =>
      planIntegration(
        emptyEdge,
        inputs.slice(0, count).map((hex) => Buffer.from(hex, 'hex')),
        origin,
      ).head.rootHash;
    expect(rootOf(0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf(1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(3)).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(rootOf(8)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it.each([1, 2, 255, 256, 257, 300, 511, 512, 700, 65_536, 65_537])(
    'gives the root of the definition in RFC 6962 for %i entries',
    (count) => {
      const entries = leaves(count);
      const { head } = planIntegration(emptyEdge, entries, origin);
      expect(head).toEqual({ size: count, rootHash: referenceRoot(entries).toString('hex') });
    },
  );

  it('ends in the same tiles and root however the entries fall into batches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }), (batches) => {
        const total = batches.reduce((sum, batch) => sum + batch, 0);
        const entries = leaves(total);
        const stored = new Map<string, string>();
        let edge = emptyEdge;
        let head = planIntegration(edge, [], origin).head;
        for (const batch of batches) {
          const plan = planIntegration(edge, entries.slice(edge.size, edge.size + batch), origin);
          for (const { path, bytes } of plan.objects) {
            const text = Buffer.from(bytes).toString('base64');
            expect(stored.get(path) ?? text).toBe(text);
            stored.set(path, text);
          }
          ({ next: edge, head } = plan);
        }
        const atOnce = planIntegration(emptyEdge, entries, origin);
        expect(head).toEqual(atOnce.head);
        for (const path of logPaths(total)) expect(stored.has(path)).toBe(true);
        for (const { path, bytes } of atOnce.objects) {
          expect(stored.get(path)).toBe(Buffer.from(bytes).toString('base64'));
        }
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  it('writes the text to sign as origin, size and root in base64', () => {
    expect(planIntegration(emptyEdge, [], origin).checkpointBody).toBe(
      `${origin}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`,
    );
  });
});
