import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificationReport, reportText } from '../../../domain/reporting/certification-report.ts';
import { dark, light, paper } from '../../../domain/reporting/html/palette.ts';
import type { Palette } from '../../../domain/reporting/html/palette.ts';
import { renderCertificationHtml } from '../../../domain/reporting/render-certification-html.ts';
import { account, certificationInput } from './certification-sample.ts';

const countries = ['DE', 'FR', 'GB', 'NL', 'SE', 'SG', 'JP', 'IN', 'BR', 'CA', 'CH', 'PL', 'KR', 'ZA', 'AE'];
const accounts = [...countries, null].map((country, index) => account(`a${index}`, { country }));

async function report(differing: Parameters<typeof certificationInput>[1] = {}) {
  return certificationReport(await certificationInput(accounts, differing));
}

const textOf = (html: string) => html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, ' ');

describe('renderCertificationHtml', () => {
  it('escapes every value that somebody else wrote', async () => {
    const attack = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;
    const html = renderCertificationHtml(
      await report({
        provider: { id: attack, name: attack },
        provenance: { demonstration: true, note: attack },
        narratives: { 'F1-01': { text: attack, source: attack } },
      }),
      new Map([['DE', attack]]),
    );
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html).toContain('&#60;script&#62;');
  });

  it('asks for nothing from outside and runs nothing', async () => {
    const html = renderCertificationHtml(await report());
    expect(html).toContain(`content="default-src &#39;none&#39;; style-src`);
    expect(html).not.toMatch(/<script|<link|<iframe|\bsrc=|@import|url\((?!#)|href="(?!#)/);
  });

  it('says in its heading that the proposal is not in force, and nowhere that it binds', async () => {
    const text = textOf(renderCertificationHtml(await report()));
    expect(text).toContain('Legal status: a withdrawn proposal, not in force');
    expect(text).toContain('It is not law');
    expect(text).not.toMatch(/required by law|complies with|final rule|\bmandatory\b/i);
  });

  it('marks demonstration data on screen and on every printed page', async () => {
    const demonstration = await report({ provenance: { demonstration: true, note: '' } });
    const html = renderCertificationHtml(demonstration);
    expect(html).toMatch(/<p class="demo" role="note">/);
    expect(html).toMatch(/@top-center \{ content: "Demonstration data/);
    expect(renderCertificationHtml(await report())).not.toContain('Demonstration data');
  });

  it('draws the twelve largest jurisdictions and the unknown one, and tables all of them', async () => {
    const html = renderCertificationHtml(await report(), new Map([['ZA', 'The fifteenth']]));
    const section = html.slice(html.indexOf('id="customers"'), html.indexOf('id="owners"'));
    const [chart = '', table = ''] = section.split('<table');
    expect(chart.match(/class="label"/g)).toHaveLength(13);
    expect(chart).toContain('Location unknown');
    expect(chart).not.toContain('The fifteenth');
    expect(table.match(/<th scope="row">/g)).toHaveLength(accounts.length + 1);
    expect(table).toContain('The fifteenth');
  });

  it('prints the SHA-256 of report.json, which ties a paper copy to the data', async () => {
    const made = await report();
    const sha256 = createHash('sha256').update(reportText(made)).digest('hex');
    expect(renderCertificationHtml(made)).toContain(sha256);
  });

  it('gives every picture a text alternative and every table a caption', async () => {
    const html = renderCertificationHtml(await report());
    expect(html.match(/role="img" aria-label="[^"]{20,}"/g)).toHaveLength(html.split('<figure>').length - 1);
    expect(html.match(/<caption>[^<]+<\/caption>/g)).toHaveLength(html.split('<table').length - 1);
  });

  it('leads each link of the contents to a heading', async () => {
    const html = renderCertificationHtml(await report());
    const targets = [...html.matchAll(/href="#([a-z-]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(9);
    for (const target of targets) expect(html).toContain(`id="${target ?? ''}"`);
  });

  it('shows figures that were not supplied as such', async () => {
    expect(textOf(renderCertificationHtml(await report()))).toContain('not supplied');
  });
});

describe('palette', () => {
  it.each([
    ['light', light],
    ['dark', dark],
    ['paper', paper],
  ])('keeps WCAG AA contrast in the %s scheme', (_, palette) => {
    for (const ground of [palette.page, palette.panel]) {
      for (const role of ['ink', 'muted', 'accent'] as const) {
        expect(contrast(palette[role], ground), role).toBeGreaterThanOrEqual(4.5);
      }
      for (const role of ['first', 'second', 'third'] as const) {
        expect(contrast(palette[role], ground), role).toBeGreaterThanOrEqual(3);
      }
    }
    expect(contrast(palette.noticeInk, palette.noticeFill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.demoInk, palette.demoFill)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2, definition of contrast ratio. */
function contrast(one: Palette[keyof Palette], other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
