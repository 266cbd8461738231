import { readFileSync } from 'node:fs';
import type { BeneficialOwnerTerms } from '../domain/policy/beneficial-owner-terms.ts';
import { PolicyPackInvalidError, readPolicyPack } from '../domain/policy/read-policy-pack.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import { reasonOf } from './rows/open-input.ts';

const shipped = new URL('../data/policies/us-iaas-nprm-2024.json', import.meta.url);

/** @throws CouldNotTellError for a file that is no identification pack, with its faults */
export function beneficialOwnerTerms(file: string | undefined): BeneficialOwnerTerms {
  const path = file ?? shipped;
  const name = String(path).split('/').at(-1) ?? '';
  try {
    const pack = readPolicyPack(readFileSync(path, 'utf8'), name);
    if (pack.kind === 'identification') return pack.beneficialOwners;
    throw new CouldNotTellError(
      `${name} is a pack of the kind ${pack.kind}; expected one of the kind identification`,
    );
  } catch (cause) {
    if (cause instanceof CouldNotTellError) throw cause;
    if (cause instanceof PolicyPackInvalidError) throw new CouldNotTellError(cause.message, { cause });
    throw new CouldNotTellError(`${String(path)} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
