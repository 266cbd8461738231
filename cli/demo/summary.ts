import type { CostLines } from './cost-lines.ts';
import type { Expectation } from './expectations.ts';
import type { LogActions } from './log-actions.ts';
import type { Tally } from './tally.ts';

/** `out/summary.json` (`docs/design.md`, "Command line"), and what a person may want to look up beyond it. */
export interface Summary extends Tally {
  readonly seed: number;
  /** Times of the embedded clock, which is moved. */
  readonly simulated: { readonly from: string; readonly to: string };
  readonly events: { readonly sent: number; readonly applied: number; readonly superseded: number };
  readonly expectations: {
    readonly planted: number;
    readonly found: number;
    readonly missed: readonly string[];
    readonly details: readonly Expectation[];
  };
  readonly httpRefusals: Readonly<Record<string, number>>;
  readonly notices: {
    readonly taken: number;
    readonly byType: Readonly<Record<string, number>>;
    readonly takenAtSecondTry: number;
    /** Notices whose signature did not verify. */
    readonly unverified: number;
  };
  readonly lists: readonly {
    readonly list: string;
    readonly publishedOn: string | null;
    readonly entries: number;
    readonly digest: string;
    readonly carried: Readonly<Record<string, string>>;
  }[];
  readonly audit: {
    readonly entries: number;
    readonly treeSize: number;
    readonly rootHash: string;
    readonly verified: boolean;
    readonly vkey: string;
    readonly decisions: number;
    readonly actions: LogActions;
    readonly path: string;
  };
  readonly reports: readonly { readonly kind: string; readonly path: string; readonly sha256: string }[];
  readonly meter: CostLines;
  /** Times the demonstration was started until it came to its end; 1 unless it was killed. */
  readonly starts: number;
  readonly seconds: number;
}
