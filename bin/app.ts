import { App } from 'aws-cdk-lib';
import { defineCompliance } from '../lib/define-compliance.ts';
import { projectContext } from '../lib/project-context.ts';
import { readStageConfig } from '../lib/stage-config.ts';

const outdir = process.env.CDK_OUTDIR;
const app = new App({ ...(outdir ? { outdir } : {}), context: projectContext() });
defineCompliance(app, readStageConfig(app.node));
app.synth();
