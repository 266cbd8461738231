import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { manifestText, packageManifest } from '../../../domain/reporting/package-manifest.ts';

const about = {
  kind: 'certification',
  form: 'F1',
  subject: 'acme',
  asOf: '2026-11-23T00:00:00Z',
  demonstration: false,
} as const;
const json = { path: 'report.json', bytes: new TextEncoder().encode('{}\n') };
const html = { path: 'report.html', bytes: new TextEncoder().encode('<p>é</p>') };
const lists = { name: 'sdn.csv', sha256: 'a'.repeat(64) };
const rows = { name: 'rows.sha256', sha256: 'b'.repeat(64) };

describe('packageManifest', () => {
  it('gives size in bytes, media type and SHA-256 of each file', () => {
    const sha256 = createHash('sha256').update('<p>é</p>').digest('hex');
    expect(packageManifest([html], [], about).files).toEqual([
      { path: 'report.html', mediaType: 'text/html; charset=utf-8', bytes: 9, sha256 },
    ]);
  });

  it('is the same bytes in whatever order files and inputs were gathered', () => {
    const one = manifestText(packageManifest([json, html], [lists, rows], about));
    expect(manifestText(packageManifest([html, json], [rows, lists], about))).toBe(one);
    expect(one.indexOf('"about"')).toBeLessThan(one.indexOf('"files"'));
  });

  it('refuses a path that leads out of the package', () => {
    for (const path of ['../report.json', '/report.json', 'a/../b.json', 'a\\b.json']) {
      expect(() => packageManifest([{ ...json, path }], [], about)).toThrow(
        /files\.0\.path: expected a relative path/,
      );
    }
  });

  it('refuses the same path twice', () => {
    expect(() => packageManifest([json, json], [], about)).toThrow(/report\.json: expected once/);
  });

  it('refuses an input without a SHA-256', () => {
    expect(() => packageManifest([], [{ name: 'x', sha256: 'none' }], about)).toThrow(/inputs\.0\.sha256/);
  });
});
