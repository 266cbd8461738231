import { describe, expect, it } from 'vitest';
import { describeReading } from '../../../cli/screening/describe-reading.ts';
import type { FolderReading } from '../../../domain/lists/folder/folder-reading.ts';

const nothing: FolderReading = { lists: [], digest: 'd', unread: [], refused: [], sources: [] };

describe('what is told of a folder of lists', () => {
  it('says how many of OFAC’s parties in the Consolidated Screening List are left, in one line', () => {
    const left = { list: null, left: 'ofacPublishesIt' } as const;
    const sources = [
      { source: 'Capta List (CAP)', parties: 12, ...left },
      { source: 'Foreign Sanctions Evaders (FSE)', parties: 30, ...left },
      { source: 'Entity List (EL)', parties: 7, list: 'bis-entity', left: null } as const,
    ];
    expect(describeReading({ ...nothing, sources })).toEqual([
      "left      42 parties of OFAC's in the Consolidated Screening List: only OFAC's own files are read",
    ]);
  });

  it('says nothing of parties that are not there', () => {
    expect(describeReading(nothing)).toEqual([]);
  });
});
