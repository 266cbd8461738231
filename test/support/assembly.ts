import { inject } from 'vitest';

/** The synthesised app that all tests share. @throws Error when neither the set-up nor KYC_ASSEMBLY names one */
export function sharedAssembly(): string {
  const provided = (inject as (key: 'assembly') => string | undefined)('assembly');
  const directory = provided ?? process.env.KYC_ASSEMBLY;
  if (directory) return directory;
  throw new Error('no assembly: run through vitest.config.ts, or name a synthesised app in KYC_ASSEMBLY');
}
