import { markup } from '../markup.ts';
import type { Section, View } from '../view.ts';

/** What a reader can check without us. */
export function verificationSection({ report, reportSha256 }: View): Section {
  const { size, root } = report.reproducibility.auditLog;
  return {
    anchor: 'verify',
    title: 'How to verify this package',
    short: 'Verify',
    body: markup`<p>In the folder of the package. Each SHA-256 printed must equal the one in <code>manifest.json</code>; the first must be <span class="digest">${reportSha256}</span>.</p>
<pre><code>sha256sum report.json report.html</code></pre>
<p>The manifest itself must have the SHA-256 that was given out with the package.</p>
<pre><code>sha256sum manifest.json</code></pre>
<p>The row hashes, where they are kept with the package, must give the row digest <span class="digest">${report.reproducibility.rows.sha256}</span>.</p>
<pre><code>LC_ALL=C sort rows.sha256 | sha256sum</code></pre>
<p>The audit log, exported at any later time, must verify and begin with the entries that stood in it when this report was made.</p>
<pre><code>npm run -s kyc -- audit verify DIR --at-least ${size}:${root}</code></pre>`,
  };
}
