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
    if (typeof chunk === 'string') yield chunk;
    else for (const piece of piecesOf(chunk)) yield decode(piece, true);
  }
  yield decode(new Uint8Array(), false);
}

/** The parser looks how much it has not finished only behind each piece. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const length = 65_536;
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
