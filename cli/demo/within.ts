import { CouldNotTellError } from '../outcome-errors.ts';

/**
 * Waits for work, but not for ever.
 * @throws CouldNotTellError saying what was waited for, and for how long
 */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CouldNotTellError(`waited ${seconds} s for ${what}, and it did not come`));
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
