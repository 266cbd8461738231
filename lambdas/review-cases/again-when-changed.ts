import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';

// Two people at one thing collide once; whoever loses three times competes with more than people.
const attempts = 3;

/** Acts on things as they stand, and again on the newer ones when somebody changed them meanwhile. */
export async function againWhenChanged(what: string, act: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ConcurrentChangeError)) throw error;
    }
  }
  return refusal(409, `somebody else is working on this ${what}, try again`);
}
