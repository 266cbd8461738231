import { describe, expect, it } from 'vitest';
import { beneficialOwners } from '../../../../domain/ownership/beneficial/beneficial-owners.ts';
import type { BodsNetwork } from '../../../../domain/ownership/bods/bods-network.ts';
import { ownershipPicture } from '../../../../domain/ownership/picture/ownership-picture.ts';
import { entity, holds, networkOf, person, shares, shippedTerms, type Sample } from '../bods/bods-samples.ts';

const pictureOf = (network: BodsNetwork, subject = 'S') =>
  ownershipPicture(network, beneficialOwners(network, shippedTerms()), subject) ?? '';
const named = (fullName: string): Sample => ({ names: [{ fullName }] });
const count = (text: string, part: string) => text.split(part).length - 1;

describe('the picture of an ownership graph', () => {
  it('says in words and by outline, not by colour alone, who is a beneficial owner and who may be', () => {
    const picture = pictureOf(
      networkOf(
        ...[
          entity('S', { name: 'Sample Ltd' }),
          person('p', named('Pat')),
          person('q', named('Kim')),
          person('r', named('Lou')),
        ],
        ...[
          holds('p', 'S', [shares({ exact: 30 })]),
          holds('q', 'S', [shares({ minimum: 20, maximum: 30 })]),
        ],
        holds('r', 'S', [shares({ exact: 5 })]),
      ),
    );
    expect(count(picture, 'BENEFICIAL OWNER<')).toBe(1);
    expect(count(picture, 'OWNER? NOT DETERMINED<')).toBe(1);
    expect(picture).toContain('Pat is a beneficial owner, with 30 % in all.');
    expect(picture).toContain('Kim may be a beneficial owner, with 20–30 % in all.');
    expect(picture).toContain('Lou is no beneficial owner, with 5 % in all.');
    expect(picture).toMatch(/role="img" aria-labelledby="ownership-title ownership-description"/);
  });

  it('escapes whatever others wrote, and cuts long names that stay whole in their title', () => {
    const name = `<script>alert("1")</script> & a name that is far too long for any box to hold`;
    const picture = pictureOf(
      networkOf(entity('S', { name }), person('p'), holds('p', 'S', [shares({ exact: 1 })])),
    );
    expect(picture).not.toContain('<script');
    expect(picture).toContain('far too long for any box to hold (S)');
    expect(picture).toContain('…');
  });

  it('dashes rights, and what nobody knows', () => {
    const picture = pictureOf(
      networkOf(
        ...[entity('S'), person('p'), holds('p', 'S', [{ type: 'appointmentOfBoard' }])],
        holds({ reason: 'unknown' }, 'S', [shares({ exact: 40 })]),
      ),
    );
    expect(picture).toContain('class="edge right"');
    expect(picture).toContain('appointment of board');
    expect(picture).toContain('class="node unidentified"');
    expect(picture).toContain('SUBJECT, UNRESOLVED');
  });

  it('draws circles, each line of them', () => {
    const picture = pictureOf(
      networkOf(
        ...[entity('S'), entity('B'), person('p'), holds('p', 'S', [shares({ exact: 10 })])],
        ...[holds('B', 'S', [shares({ exact: 20 })]), holds('S', 'B', [shares({ exact: 60 })])],
      ),
    );
    expect(count(picture, '<g class="edge"><title>')).toBe(3);
    expect(picture).toContain('S in B: 60 %');
  });

  it('draws no more parties than a person can take in, and says how many it leaves out', () => {
    const people = Array.from({ length: 60 }, (_, number) => `p${number}`);
    const network = networkOf(
      entity('S'),
      ...people.flatMap((id) => [person(id), holds(id, 'S', [shares({ exact: 1 })])]),
    );
    const picture = pictureOf(network);
    const drawn = count(picture, '<g class="node ');
    expect(drawn).toBeLessThan(people.length);
    expect(picture).toContain(`${people.length + 1 - drawn} parties further up are not shown`);
  });

  it('is the same text for the same facts', () => {
    const network = networkOf(entity('S'), person('p'), holds('p', 'S', [shares({ exact: 30 })]));
    expect(pictureOf(network)).toBe(pictureOf(network));
    expect(ownershipPicture(network, beneficialOwners(network, shippedTerms()), 'nobody')).toBeNull();
  });
});
