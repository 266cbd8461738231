import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { BodsDocument } from '../../domain/ownership/bods/read-statements.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { openInput, reasonOf } from './open-input.ts';

/**
 * The texts in which statements stand: each line by itself where the first is JSON by itself, and else all of it as one.
 * @throws CouldNotTellError when the input cannot be read
 */
export async function bodsDocuments(path: string): Promise<BodsDocument[]> {
  const { name, chunks } = await openInput(path);
  const documents: BodsDocument[] = [];
  try {
    let number = 0;
    for await (const line of createInterface({ input: Readable.from(chunks), crlfDelay: Infinity })) {
      number += 1;
      // A byte order mark is no part of the text.
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') documents.push({ place: `line ${number}`, text });
    }
  } catch (cause) {
    throw new CouldNotTellError(`${name} cannot be read: ${reasonOf(cause)}`, { cause });
  }
  const [first] = documents;
  if (!first) throw new CouldNotTellError(`${name} is empty; expected BODS 0.4 statements`);
  if (documents.length === 1 || isJson(first.text)) return documents;
  return [{ place: name, text: documents.map(({ text }) => text).join('\n') }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
