/** a-z, and one more for the end of a word. */
const symbols = 27;
const endOfWord = 26;
const firstLetter = 97;

/**
 * Letter groups and what they sound like, longest first, read off in one pass over the code units of a word.
 * The rules are `letters sound` pairs parted by bars; `$` in the letters is the end of the word, a sound may be empty.
 */
export class SoundTrie {
  readonly #next: number[] = Array.from({ length: symbols }, () => 0);
  readonly #sounds: (string | undefined)[] = [undefined];

  constructor(rules: string) {
    for (const rule of rules.split('|')) {
      const [letters = '', sound = ''] = rule.trim().split(' ');
      this.#add(letters, sound);
    }
  }

  /** The sounds of the word, with neighbours that are alike written once. Digits and unknown signs stand as they are. */
  read(word: string, start = 0): string {
    let result = '';
    let last = '';
    for (let at = start; at < word.length;) {
      const [end, sound] = this.#longest(word, at);
      at = end;
      if (sound === '') continue;
      result += sound.startsWith(last) && last !== '' ? sound.slice(1) : sound;
      last = sound.slice(-1);
    }
    return result;
  }

  #longest(word: string, start: number): readonly [end: number, sound: string] {
    let node = 0;
    let end = start + 1;
    let sound = word.charAt(start);
    for (let at = start; at <= word.length; at += 1) {
      const symbol = at === word.length ? endOfWord : word.charCodeAt(at) - firstLetter;
      if (symbol < 0 || symbol > endOfWord) break;
      node = this.#next[node * symbols + symbol] ?? 0;
      if (node === 0) break;
      const found = this.#sounds[node];
      if (found === undefined) continue;
      sound = found;
      end = at + 1;
    }
    return [end, sound];
  }

  #add(letters: string, sound: string): void {
    let node = 0;
    for (const letter of letters) {
      const symbol = letter === '$' ? endOfWord : letter.charCodeAt(0) - firstLetter;
      node = this.#next[node * symbols + symbol] ||= this.#newNode();
    }
    this.#sounds[node] = sound;
  }

  #newNode(): number {
    this.#sounds.push(undefined);
    for (let symbol = 0; symbol < symbols; symbol += 1) this.#next.push(0);
    return this.#sounds.length - 1;
  }
}
