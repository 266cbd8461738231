import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { readNameList } from '../bench/screening/name-list.ts';
import { countWords } from './word-counts.ts';

/** Makes `data/screening/word-counts.json` anew. */
const names = readNameList().flatMap((entry) => entry.names.map(({ text }) => text));
const path = new URL('../../data/screening/word-counts.json', import.meta.url);
writeFileSync(path, await format(JSON.stringify(countWords(names)), { parser: 'json' }));
