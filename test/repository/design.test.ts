import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseTransitions, isClosed, type CaseTransition } from '../../domain/cases/case-transitions.ts';
import {
  dispositionTransitions,
  isEnded,
  type DispositionTransition,
} from '../../domain/dispositions/disposition-transitions.ts';
import { ofacSdn } from '../../domain/lists/read-ofac-set.ts';
import { noticeTypes } from '../../domain/notices/notice.ts';
import { fencedBlocks, sectionOf } from './markdown.ts';
import { programmeDiagram } from './programme-diagram.ts';
import { codeFolders, repositoryFiles, sourceFiles, textOf } from './source-files.ts';

const design = 'docs/design.md';

/** Words of file names that mean in code what they mean in English, or to every programmer. */
const plainWords = new Set(
  (
    'absent bar best body card chart context csv directory error errors explain export faults few forms geometry ' +
    'index items legal load markup opening palette path ports print publish rebuilt render section set sources style ' +
    'trusted unverified utf8 view wording'
  ).split(' '),
);

/** Long enough to tell words apart, short enough to find `integrates` under `integration`. */
const stemLetters = 6;

function wordsOfDomain(): string[] {
  const stems = sourceFiles('domain').map((file) => basename(file, '.ts'));
  return [...new Set(stems.flatMap((stem) => stem.split('-')))].sort();
}

describe('docs/design.md', () => {
  it('opens with a glossary that knows the words of the domain’s file names', () => {
    expect(/^## .*/m.exec(textOf(design))?.[0]).toBe('## Glossary');
    const glossary = sectionOf(design, '## Glossary')
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const isKnown = (word: string) => glossary.some((term) => term.startsWith(word.slice(0, stemLetters)));
    const unknown = wordsOfDomain().filter((word) => !plainWords.has(word) && !isKnown(word));
    expect(unknown, 'add these to the glossary, or rename the files').toEqual([]);
  });

  it('draws the life of a case as the table of transitions has it', () => {
    const diagrams = fencedBlocks(design, 'mermaid');
    expect(diagrams).toContain(caseDiagram());
  });

  it('draws the life of a disposition as the table of transitions has it', () => {
    expect(fencedBlocks(design, 'mermaid')).toContain(dispositionDiagram());
  });

  it('draws the life of an account in the programme as the table of transitions has it', () => {
    expect(fencedBlocks(design, 'mermaid')).toContain(programmeDiagram());
  });

  it('names every kind of notice', () => {
    const contract = sectionOf(design, '### Notices out');
    expect(noticeTypes.filter((type) => !contract.includes(`\`${type}\``))).toEqual([]);
  });

  it('names every index and key that the adapters use', () => {
    const records = sectionOf(design, '## Records');
    const used = ['unfinished', 'book', 'lookup', 'unsequenced', `list#${ofacSdn}`, 'account#', 'case#'];
    expect(used.filter((name) => !records.includes(name))).toEqual([]);
  });
});

describe('code that cites docs/design.md', () => {
  const citations = [...codeFolders, 'test', 'docs', 'statemachines'].flatMap((folder) =>
    repositoryFiles(folder)
      .filter((file) => /\.(ts|md|json)$/.test(file))
      .flatMap((file) =>
        [...textOf(file).matchAll(/\bdesign\.md`?,? (?:"([^"]+)"|(\d[\d.]*))/g)].map(
          ([, heading, number]) => ({ file, cited: heading ?? number ?? '' }),
        ),
      ),
  );

  it('names a heading that is there, never a number that another edition had', () => {
    const headings = [...textOf(design).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
    expect(citations.length).toBeGreaterThan(5);
    expect(citations.filter(({ cited }) => !headings.includes(cited))).toEqual([]);
  });
});

/** The diagram in full; the failure of the test above shows what to put into the document. */
function caseDiagram(): string {
  const named = Object.entries(caseTransitions) as [string, CaseTransition][];
  const arrows = named.flatMap(([name, { from, to, secondPerson, bySystem }]) =>
    from.map(
      (state) =>
        `  ${state} --> ${to}: ${name}${secondPerson ? ' (second person)' : ''}${bySystem ? ' (system)' : ''}`,
    ),
  );
  const ends = [...new Set(named.map(([, { to }]) => to))].filter(isClosed);
  return [
    'stateDiagram-v2',
    '  [*] --> opened',
    ...arrows,
    ...ends.map((state) => `  ${state} --> [*]`),
    '',
  ].join('\n');
}

function dispositionDiagram(): string {
  const named = Object.entries(dispositionTransitions) as [string, DispositionTransition][];
  const arrows = named.flatMap(([name, { from, to, secondPerson, proposerOnly }]) =>
    (from.length > 0 ? from : ['[*]']).map(
      (state) =>
        `  ${state} --> ${to}: ${name}${secondPerson ? ' (second person)' : ''}${proposerOnly ? ' (proposer)' : ''}`,
    ),
  );
  const ends = [...new Set(named.map(([, { to }]) => to))].filter(isEnded);
  return ['stateDiagram-v2', ...arrows, ...ends.map((state) => `  ${state} --> [*]`), ''].join('\n');
}
