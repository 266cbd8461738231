import { z } from 'zod';
import { CountingPolicy } from './counting-policy.ts';
import { CertificationFigures } from './figures.ts';
import { FormItem } from './form-item.ts';
import { LegalNotice } from './legal-notice.ts';
import { ReportBasis, Sha256, SuppliedContext } from './report-basis.ts';

/** `report.json` of a certification, version 1. Additive changes only. */
export const CertificationReport = z.strictObject({
  v: z.literal(1),
  kind: z.literal('certification'),
  form: z.literal('F1'),
  provider: z.strictObject({ id: z.string().min(1).max(256), name: z.string().min(1).max(300) }),
  asOf: z.iso.datetime().describe('The instant the figures describe, UTC'),
  preparedAt: z.iso.datetime().describe('When this package was made, UTC'),
  legal: LegalNotice,
  provenance: z.strictObject({
    demonstration: z
      .boolean()
      .describe('True when the accounts are invented; such a report must not be filed'),
    note: z.string().max(2000),
  }),
  items: z.array(FormItem).min(1),
  context: CertificationFigures.shape.context.extend(SuppliedContext.shape).describe('Not part of the form'),
  counting: CountingPolicy,
  reproducibility: ReportBasis.extend({
    queryVersion: z.string().min(1).max(100),
    rows: z.strictObject({
      count: z.int().nonnegative(),
      sha256: Sha256,
      method: z.string().min(1).max(1000).describe('How to get the digest again'),
    }),
    ownersWithConflictingLocation: z.int().nonnegative(),
  }),
  signature: z.strictObject({
    state: z.literal('unsigned').describe('A draft; signing makes a new version of the package'),
  }),
});
export type CertificationReport = z.infer<typeof CertificationReport>;

/** The contract for readers in other languages: JSON Schema, draft 2020-12. */
export function certificationJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://iaas-kyc.example/schemas/report-certification/v1',
    title: 'Certification report of an IaaS provider (report.json, version 1)',
    ...z.toJSONSchema(CertificationReport),
  };
}
