import { fileRefused } from './xml-refusal.ts';
import { xmlLimits } from './xml-limits.ts';

/**
 * The text of the chunks, which may be cut anywhere, even within a character.
 *
 * @throws ListRefusedError when the bytes are no UTF-8, or more than a list can have
 */
export function* decodedText(file: string, chunks: Iterable<Uint8Array | string>): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(bytes, { stream });
    } catch (cause) {
      throw fileRefused(file, 'text in UTF-8', cause instanceof TypeError ? 'other bytes' : 'no text');
    }
  };
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    if (size > xmlLimits.bytes) {
      throw fileRefused(file, `at most ${xmlLimits.bytes} bytes`, 'more than that');
    }
    yield typeof chunk === 'string' ? chunk : decode(chunk, true);
  }
  yield decode(new Uint8Array(), false);
}
