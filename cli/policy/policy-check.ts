import { basename } from 'node:path';
import { checkPacks } from '../../domain/policy/check-packs.ts';
import {
  PolicyPackInvalidError,
  readPolicyPack,
  type PolicyPack,
} from '../../domain/policy/read-policy-pack.ts';
import { claimsOfForce } from '../../domain/policy/claims-of-force.ts';
import { paletteFor } from '../terminal/palette.ts';
import { packFiles, shippedPolicies, textOf } from './read-packs.ts';
import { renderPolicyCheck } from './render-policy-check.ts';

export interface PolicyCheckOptions {
  readonly json?: boolean;
}

/** A fault with its file; null where it is of all packs together. */
export interface FileFault {
  readonly file: string | null;
  readonly pointer: string;
  readonly problem: string;
}

export interface PolicyCheckReport {
  readonly packs: readonly Pick<PolicyPack, 'id' | 'version' | 'status' | 'dormant' | 'asOf' | 'digest'>[];
  readonly faults: readonly FileFault[];
}

/**
 * `kyc policy check`: each pack by itself, and a folder of packs with each other. 1 when there is a fault.
 * @param named file, folder or id of a pack that ships; all that ship where left out
 * @throws CouldNotTellError when there is nothing to read
 */
export function policyCheck(named: string | undefined, { json }: PolicyCheckOptions): 0 | 1 {
  const report = checkFiles(packFiles(named ?? shippedPolicies));
  process.stdout.write(
    json ? `${JSON.stringify(report)}\n` : renderPolicyCheck(report, paletteFor(process.stdout)),
  );
  return report.faults.length === 0 ? 0 : 1;
}

function checkFiles(files: readonly string[]): PolicyCheckReport {
  const read = files.map(readFile);
  const packs = read.flatMap(({ file, pack }) => (pack ? [{ file, pack }] : []));
  const faults = read.flatMap(({ file, faults: own }) => own.map((fault) => ({ file, ...fault })));
  const isComplete = packs.length === files.length;
  const fileOf = (id: string | null) => packs.find(({ pack }) => pack.id === id)?.file ?? null;
  return {
    packs: packs.map(({ pack: { id, version, status, dormant, asOf, digest } }) => ({
      ...{ id, version, status, dormant, asOf, digest },
    })),
    faults: [
      ...faults,
      ...(isComplete
        ? together(
            packs.map(({ pack }) => pack),
            fileOf,
          )
        : []),
    ],
  };
}

/** One pack alone owes nothing to others; what it says of the law is checked all the same. */
function together(packs: readonly PolicyPack[], fileOf: (id: string | null) => string | null): FileFault[] {
  const [only, ...others] = packs;
  const faults =
    only && others.length === 0
      ? claimsOfForce(only).map((fault) => ({ pack: only.id, ...fault }))
      : checkPacks(packs);
  return faults.map(({ pack, pointer, problem }) => ({ file: fileOf(pack), pointer, problem }));
}

function readFile(path: string): {
  file: string;
  pack: PolicyPack | null;
  faults: Omit<FileFault, 'file'>[];
} {
  const file = basename(path);
  try {
    return { file, pack: readPolicyPack(textOf(path), file), faults: [] };
  } catch (error) {
    if (error instanceof PolicyPackInvalidError) return { file, pack: null, faults: [...error.faults] };
    throw error;
  }
}
