import { z } from 'zod';

export const Config = z.object({
  RECORDS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  PROVIDER_ID: z.string().min(1),
  PROVIDER_NAME: z.string().min(1),
  /** `demonstration` marks every page of a report as one that must not be filed. */
  PROVENANCE: z.enum(['demonstration', 'production']),
  CODE_VERSION: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
