/** What a word of a name does there. Only `name` words tell who is meant. */
export type WordRole = 'name' | 'legalForm' | 'title' | 'particle';

export interface NameWord {
  /** a-z and 0-9, lower case; never empty. */
  readonly text: string;
  readonly role: WordRole;
  /** Written in a script that leaves most vowels out (Arabic, Hebrew): only the consonants can be compared. */
  readonly isConsonantal: boolean;
}

export interface NormalisedName {
  /** In the order written. */
  readonly words: readonly NameWord[];
  /** Some letters belong to a script that nobody here can read: what was found stands, "clear" would not. */
  readonly hasUnreadScript: boolean;
}
