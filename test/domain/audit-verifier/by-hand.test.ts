import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditEntries } from '../audit/audit-entries.ts';
import { exportToFolder, logOf } from '../audit/exported-log.ts';

describe('an export', () => {
  it('is verified without our code by the commands in docs/audit-log.md', async () => {
    const documentation = readFileSync('docs/audit-log.md', 'utf8');
    const [, commands = ''] = /```bash\n([^]*?)```/.exec(documentation) ?? [];
    const folder = await exportToFolder(await logOf(auditEntries(3)));
    const output = execFileSync('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(output).toContain('Signature Verified Successfully');
    expect(output).toContain('entry 0 fits');
    expect(output).toContain('root fits');
  });
});
