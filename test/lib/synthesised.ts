import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { defineCompliance, type Compliance } from '../../lib/define-compliance.ts';
import { projectContext } from '../../lib/project-context.ts';
import { readStageConfig } from '../../lib/stage-config.ts';

export interface DefinedApp extends Compliance {
  readonly app: App;
}

// Neither changes a template, a finding or a fault; without them a synthesis takes several times as long.
const inHaste = { 'aws:cdk:disable-asset-staging': true, 'aws:cdk:disable-stack-trace': true };

/** The app as `bin/app.ts` defines it, before its synthesis, with an output directory of its own. */
export function defineApp(changes: Record<string, unknown> = {}): DefinedApp {
  const outdir = mkdtempSync(join(tmpdir(), 'kyc-synth-'));
  const app = new App({ outdir, context: { ...projectContext(), ...inHaste, ...changes } });
  return { app, ...defineCompliance(app, readStageConfig(app.node)) };
}
