/** Everything wrong with a definition, gathered so that one reading names it all. */
export class Faults {
  readonly #sentences: string[] = [];

  add(place: string, sentence: string): void {
    this.#sentences.push(`${place}: ${sentence}`);
  }

  get all(): readonly string[] {
    return this.#sentences;
  }
}

/** Thrown by `readDefinition`; each fault names the state and the field, what was expected and what was found. */
export class InvalidDefinitionError extends Error {
  override readonly name = 'InvalidDefinitionError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}
