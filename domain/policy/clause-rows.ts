/**
 * The rows of the table from clause to software that this product answers for customers, owners, resellers,
 * exemptions and special measures. Each names the evidence that has to exist afterwards. The table is a design of this
 * product; what a text says, and how surely, stands in the packs.
 */
export const clauseRows = {
  'R-01': 'Determination of US or foreign, with inputs, rule version, result and time',
  'R-02': 'Ownership snapshot by hash, list of beneficial owners, method, gaps',
  'R-03': 'Decision whether the account is in scope',
  'R-04': 'Register of products with reasons and approver',
  'R-05': 'Programme as a signed version, its difference from the one before, digest of the configuration',
  'R-06': 'Intake record per field with source and time',
  'R-07': 'Store of access events that does not change; daily check of completeness',
  'R-08': 'Intake record of organisation, names, owners and place of use',
  'R-09': 'Token map of means of payment; log of access to it',
  'R-10': 'Score of risk with its factors, plan of methods, result',
  'R-11': 'Case of a discrepancy and its resolution',
  'R-12': 'Log of transitions, notices to customers, proof of restriction',
  'R-13': 'Version of the customer notice and time of its acceptance',
  'R-14': 'Notice of a change of owners and the verification that followed',
  'R-15': 'Schedule of verification, with completions and lapses',
  'R-16': 'Ledger of retention, certificate of deletion, holds',
  'R-17': 'Policy of access, log of access, list of vendors',
  'R-18': 'Record of each screening with version of the lists; decision',
  'R-19': 'File of each reseller with its programme or agreement, and the review of it',
  'R-20': 'Case of non-compliance with its clock, and proof of its end',
  'R-21': 'Signed submissions of resellers',
  'R-29': 'Document of the deterrence programme, register of red flags, incidents',
  'R-30': 'Record of an exemption, map of its scope, notices of deviation',
  'R-31': 'Record of each measure, report of its impact, log of enforcement',
  'R-32': 'File of a referral, with its legal basis',
  'R-44': 'Evidence of headquarters and parent, checklist of red flags, decision',
} as const;

export type ClauseRow = keyof typeof clauseRows;
export const clauseRowIds = Object.keys(clauseRows) as ClauseRow[];
