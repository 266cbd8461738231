import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MethodCategory } from '../../domain/verification/method-result.ts';
import { conformanceCases } from '../../domain/verification/provider/specimen-requests.ts';
import type { Observation } from '../../domain/verification/provider/conformance-case.ts';
import {
  judgeConformance,
  type ConformanceVerdict,
} from '../../domain/verification/provider/judge-conformance.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { writeOutput } from '../rows/write-output.ts';
import { progressOn } from '../terminal/progress.ts';
import { sendSpecimen, type KitEndpoint } from './send-specimen.ts';

export interface ConformanceOptions {
  readonly endpoint: string;
  readonly secretFile: string;
  readonly method: string;
  readonly category: MethodCategory;
  readonly within: number;
  readonly out?: string;
}

/**
 * `kyc verification conformance`: sends the specimen requests and judges what comes. 0 where the provider conforms,
 * 1 where it does not.
 *
 * @throws CouldNotTellError when the secret cannot be read, or nobody answers the first request
 */
export async function conformance(options: ConformanceOptions): Promise<0 | 1> {
  const { out, within, secretFile } = options;
  const progress = progressOn(process.stderr);
  const verdicts: ConformanceVerdict[] = [];
  const lines = async function* () {
    for await (const verdict of judged(options, readSecret(secretFile))) {
      verdicts.push(verdict);
      progress.note(`${verdict.conforms ? 'conforms' : 'DOES NOT '}  ${verdict.case}: ${verdict.found}`);
      yield `${JSON.stringify(verdict)}\n`;
    }
  };
  progress.phase(`asking ${options.endpoint}, ${within} s for each answer`);
  await writeOutput(lines(), out, [secretFile]);
  const wrong = verdicts.filter(({ conforms }) => !conforms).length;
  progress.note(`${verdicts.length - wrong} of ${verdicts.length} cases conform`);
  progress.end();
  return wrong === 0 ? 0 : 1;
}

async function* judged(options: ConformanceOptions, secret: string): AsyncGenerator<ConformanceVerdict> {
  const { method, category, within: answerWithinSeconds } = options;
  const endpoint: KitEndpoint = { url: options.endpoint, secret, answerWithinSeconds };
  const runId = `kit-${randomUUID()}`;
  const settings = { method, category, runId, requestedAt: new Date().toISOString(), answerWithinSeconds };
  for (const [at, each] of conformanceCases(settings).entries()) {
    const observations: Observation[] = [];
    for (const delivery of each.deliveries) observations.push(await sendSpecimen(endpoint, delivery));
    const [first] = observations;
    if (at === 0 && first && 'failure' in first && first.failure === 'unreachable') {
      throw new CouldNotTellError(`${options.endpoint} cannot be reached; nothing was judged`);
    }
    yield judgeConformance(each, observations, answerWithinSeconds);
  }
}

function readSecret(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new CouldNotTellError(`--secret-file ${file} cannot be read`, { cause });
  }
  if (/^(?:whsec_)?[A-Za-z0-9+/]{16,}={0,2}$/.test(text)) return text;
  throw new CouldNotTellError(`--secret-file ${file}: expected one line of base64, 16 characters or more`);
}
