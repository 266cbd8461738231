import { z } from 'zod';

const Text = z.string().min(1).max(2000);

/** What the evidence codes of form items mean: how sure we are that the proposed rule asks for the item. */
export const evidenceMeanings = {
  V: 'verified in a published article that quotes the proposal',
  M: 'from memory of the proposal, not checked against its text',
} as const;

export const FormItemDefinition = z.strictObject({
  id: z.string().regex(/^F1-\d{2}$/),
  title: Text,
  evidence: z
    .string()
    .regex(/^[VM]/)
    .max(200)
    .describe('V-…: read in the source named; M-h, M-m, M-l: memory, by confidence'),
  /** Optional items rest on memory alone: the policy switches them on, not the code. */
  presence: z.enum(['required', 'optional']),
});
export type FormItemDefinition = z.infer<typeof FormItemDefinition>;

/**
 * The items of an initial certification (form F1) as far as they are known. The articles read give their list "in
 * relevant part", so it may be incomplete; the text of the proposed section itself was not read.
 */
export const formF1: readonly FormItemDefinition[] = [
  required('F1-01', 'Procedures and tools used to verify the identity of foreign persons', 'V-NLR'),
  optional('F1-02', 'Procedure requiring customers to notify changes in ownership', 'M-m'),
  optional('F1-03', 'Process for continued verification of customer information', 'M-m'),
  required('F1-04', 'Resources used to detect malicious cyber activity', 'V-NLR'),
  required('F1-05', 'Procedures for ensuring that each foreign reseller maintains a proper program', 'V-NLR'),
  optional(
    'F1-06',
    'Procedures to identify when a foreign person transacts to train a covered large AI model',
    'M-m',
  ),
  required('F1-07', 'Primary contact responsible for the program', 'V-NLR (contact), M-h (its fields)'),
  optional('F1-08', 'Service offerings and customer bases in foreign jurisdictions', 'M-m'),
  optional('F1-09', 'Number of employees', 'M-l'),
  optional('F1-10', 'Mailing address of the provider', 'M-l'),
  required('F1-11', 'Number and locations of IaaS customers', 'V-NLR'),
  required('F1-12', 'Number and locations of foreign beneficial owners', 'V-NLR'),
  required('F1-13', 'List of all foreign resellers of IaaS products', 'V-NLR'),
  required(
    'F1-14',
    'Number of customer accounts held by foreign customers whose identity has not been verified',
    'V-NLR',
  ),
  optional(
    'F1-15',
    'What is known about the customers of F1-14, with actions and timeline to verify or close',
    'M-m',
  ),
  required('F1-16', 'The same data for each foreign reseller', 'V-NLR (form covers resellers), M-l (layout)'),
  required('F1-17', 'Signature and attestation', 'V-NLR (certification as such), M-m (block)'),
];

function required(id: string, title: string, evidence: string): FormItemDefinition {
  return { id, title, evidence, presence: 'required' };
}

function optional(id: string, title: string, evidence: string): FormItemDefinition {
  return { id, title, evidence, presence: 'optional' };
}
