import { z } from 'zod';
import type { PolicyDocument } from '../../iam/policy-document.ts';

/** A policy as it stands in a template. The access control parses it, strictly, when it is registered. */
export const PolicyInTemplate = z.custom<PolicyDocument>(
  (value) => typeof value === 'object' && value !== null && 'Statement' in value,
  'expected a policy document with a Statement',
);
