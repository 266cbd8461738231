import type { PlaceFlag } from '../accounts/place-findings.ts';
import type { PlaceAnswer, PlaceTerms } from '../policy/place-terms.ts';

/** What the places of an account's parties ask, as reason codes `code:party:basis`. */
export interface PlaceQuestions {
  /** For a person, before the account can be decided. */
  readonly concerns: readonly string[];
  /** For the customer. */
  readonly wanted: readonly string[];
}

/** What follows from the flags of each party under the provider's terms. */
export function placeQuestions(
  parties: readonly { readonly id: string; readonly placeFlags?: readonly PlaceFlag[] | undefined }[],
  terms: PlaceTerms,
): PlaceQuestions {
  const asked = parties.flatMap(({ id, placeFlags = [] }) =>
    placeFlags.map((flag) => {
      const { code, answer } = questionOf(flag, terms);
      return { answer, reason: `${code}:${id}:${flag.basis}` };
    }),
  );
  const reasons = (wanted: PlaceAnswer) =>
    asked.filter(({ answer }) => answer === wanted).map(({ reason }) => reason);
  return { concerns: reasons('review'), wanted: reasons('requestInformation') };
}

function questionOf(
  { basis, standing }: PlaceFlag,
  terms: PlaceTerms,
): { code: string; answer: PlaceAnswer } {
  if (basis === 'headquarters' || basis === 'ultimateParent') {
    return standing === 'unknown'
      ? { code: 'seatUnknown', answer: terms.headquartersUnknown }
      : { code: 'seatListed', answer: terms.headquartersListed };
  }
  switch (standing) {
    case 'listed':
      return { code: 'sanctionedLocation', answer: 'review' };
    case 'doubtful':
      return { code: 'locationDoubtful', answer: 'review' };
    case 'mayBeInside':
    case 'unknown':
      return { code: 'locationUnclear', answer: terms.partUnknown };
  }
}
