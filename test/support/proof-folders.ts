import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeProof, type ProofOf } from '../../cli/proof/write-proof.ts';
import { replayProof } from '../../cli/replay-proof.ts';
import type { ProofManifest } from '../../domain/screening/proof/proof-manifest.ts';
import type { RunningAws } from './running-aws.ts';

export interface Replayed {
  readonly manifest: ProofManifest;
  readonly code: 0 | 1 | 2;
  /** What `kyc replay` says. */
  readonly said: string;
  /** The text of a file of the folder. */
  readonly text: (file: string) => string;
}

/** Takes proofs out of a running stage, each into a folder of its own, and screens them again. */
export class ProofFolders {
  readonly #root = mkdtempSync(join(tmpdir(), 'proofs-'));
  #made = 0;

  async replayed(running: RunningAws, account: string, of: ProofOf = {}): Promise<Replayed> {
    const folder = join(this.#root, String((this.#made += 1)));
    const manifest = await writeProof(running, account, of, folder);
    const lines: string[] = [];
    const code = await replayProof(folder, (line) => lines.push(line));
    const text = (file: string) => readFileSync(join(folder, file), 'utf8');
    return { manifest, code, said: lines.join('\n'), text };
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }
}
