import type { PolicyPack } from '../../domain/policy/read-policy-pack.ts';
import { paletteFor } from '../terminal/palette.ts';
import { packFiles, readPack, shippedPolicies } from './read-packs.ts';
import { renderPack, renderPacks } from './render-pack.ts';

export interface PolicyShowOptions {
  readonly json?: boolean;
}

/**
 * `kyc policy show`: all packs that ship, or one with its clauses, deadlines and settings.
 * @throws CouldNotTellError for a name that is no pack, or a file that is none
 */
export function policyShow(named: string | undefined, { json }: PolicyShowOptions): void {
  const packs = packFiles(named ?? shippedPolicies).map(readPack);
  const palette = paletteFor(process.stdout);
  const [only, ...others] = packs;
  const text = only && others.length === 0 ? renderPack(only, palette) : renderPacks(packs, palette);
  process.stdout.write(
    json ? `${JSON.stringify(only && others.length === 0 ? only : packs.map(headOf))}\n` : text,
  );
}

function headOf({ id, version, title, status, dormant, asOf, citation, digest }: PolicyPack) {
  return { id, version, title, status, dormant, asOf, citation, digest };
}
