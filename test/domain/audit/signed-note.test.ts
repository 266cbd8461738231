import { describe, expect, it } from 'vitest';
import { signedNote, verifierKeyText } from '../../../domain/audit/signed-note.ts';

// The example of C2SP signed-note.
const publicKey = Buffer.from('AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', 'base64').subarray(1);
const line = 'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
const signature = Buffer.from(line, 'base64').subarray(4);

describe('a signed note', () => {
  it('is written as the example of the specification', () => {
    expect(signedNote('This is an example message.\n', 'example.com/foo', publicKey, signature)).toBe(
      `This is an example message.\n\n— example.com/foo ${line}\n`,
    );
  });

  it('is verified with a key in the form of the specification', () => {
    expect(verifierKeyText('example.com/foo', publicKey)).toBe(
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    );
  });
});
