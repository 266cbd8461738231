import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PolicyPackInvalidError,
  readPolicyPack,
  type PolicyPack,
} from '../../domain/policy/read-policy-pack.ts';
import { CouldNotTellError } from '../outcome-errors.ts';

/** The packs that ship with this version. */
export const shippedPolicies = fileURLToPath(new URL('../../data/policies', import.meta.url));

/**
 * The paths of the packs that a name stands for: a file, every `.json` of a folder, or the id of a pack that ships.
 * @throws CouldNotTellError when there is none
 */
export function packFiles(named: string): string[] {
  const shipped = join(shippedPolicies, `${named}.json`);
  const path = existsSync(named) ? named : shipped;
  if (!existsSync(path)) {
    throw new CouldNotTellError(
      `${named} is no file, no folder and no pack that ships; expected one of ${shippedIds().join(', ')}`,
    );
  }
  const files = statSync(path).isDirectory() ? jsonFilesOf(path) : [path];
  if (files.length === 0) throw new CouldNotTellError(`${named} holds no .json file; expected policy packs`);
  return files;
}

/** @throws CouldNotTellError for a file that is no policy pack, with its faults */
export function readPack(path: string): PolicyPack {
  try {
    return readPolicyPack(textOf(path), basename(path));
  } catch (cause) {
    if (cause instanceof PolicyPackInvalidError) throw new CouldNotTellError(cause.message, { cause });
    throw cause;
  }
}

/** @throws CouldNotTellError when the file cannot be read */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CouldNotTellError(`${path} cannot be read: ${reason}`, { cause });
  }
}

function shippedIds(): string[] {
  return jsonFilesOf(shippedPolicies).map((path) => basename(path, '.json'));
}

function jsonFilesOf(directory: string): string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(directory, file));
}
